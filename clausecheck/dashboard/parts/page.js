// A page image in a frame of its own that scrolls, with the quoted words marked. Text goes in as text only.
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".view");
  root.replaceChildren();
  const make = (name, className, parent) => {
    const element = document.createElement(name);
    element.className = className;
    parent.append(element);
    return element;
  };
  const bar = make("div", "bar", root);
  make("span", "caption", bar).textContent = data.caption;
  const frame = make("div", "frame", root);
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", data.alt);
  const sheet = make("div", "sheet", frame);
  const image = make("img", "", sheet);
  image.alt = data.alt;
  image.src = data.address;
  sheet.style.aspectRatio = `${data.width} / ${data.height}`;
  for (const box of data.boxes) {
    const mark = make("div", box.governing ? "mark governing" : "mark", sheet);
    mark.style.left = `${100 * box.left}%`;
    mark.style.top = `${100 * box.top}%`;
    mark.style.width = `${100 * box.width}%`;
    mark.style.height = `${100 * box.height}%`;
    mark.setAttribute("aria-hidden", "true");
  }
  const show = () => {
    const first = sheet.querySelector(".governing") || sheet.querySelector(".mark");
    if (!first) return;
    frame.scrollTop = Math.max(0, first.offsetTop - frame.clientHeight / 3);
    frame.scrollLeft = Math.max(0, first.offsetLeft - 24);
  };
  const zooms = [[data.fit, "100%"], [data.larger, "170%"]].map(([label, width], index) => {
    const button = make("button", "zoom", bar);
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-pressed", index === 0);
    button.onclick = () => {
      sheet.style.width = width;
      zooms.forEach((one) => one.setAttribute("aria-pressed", one === button));
      requestAnimationFrame(show);
    };
    return button;
  });
  requestAnimationFrame(show);
}

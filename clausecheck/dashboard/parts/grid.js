// A table whose rows (or cells) can be chosen by mouse and keyboard. Contract words go in as text only.
export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".grid");
  const kept = root.querySelector(".scroll");
  const place = kept ? [kept.scrollLeft, kept.scrollTop] : [0, 0];
  root.replaceChildren();
  const make = (name, className, parent, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined && text !== null) element.textContent = text;
    parent.append(element);
    return element;
  };
  const choose = (row, column) => setTriggerValue("chosen", { row, column });
  const scroll = make("div", "scroll", root);
  const table = make("table", data.byCell ? "by-cell" : "by-row", scroll);
  if (data.least) table.style.minWidth = data.least;
  make("caption", "unseen", table, data.caption);
  const columns = make("colgroup", "", table);
  const head = make("tr", "", make("thead", "", table));
  data.columns.forEach((column) => {
    make("col", "", columns).style.width = column.width;
    const cell = make("th", "", head, column.label);
    cell.scope = "col";
    if (column.note) make("span", "note", cell, column.note);
  });
  const fill = (cell, content, where) => {
    if (content.verdict) {
      const verdict = make("span", `verdict ${content.verdict}`, where);
      make("span", "symbol", verdict, content.symbol).setAttribute("aria-hidden", "true");
      make("span", "", verdict, content.word);
    }
    if (content.text) make("span", "text", where, content.text);
    if (content.quote) make("q", "", where, content.quote);
    if (content.note) make("span", "note", where, content.note);
    if (content.chips && content.chips.length) {
      const chips = make("span", "chips", where);
      content.chips.forEach((chip) => make("span", "chip", chips, chip));
    }
  };
  data.groups.forEach((group) => {
    const body = make("tbody", "", table);
    if (group.title) {
      const cell = make("th", "", make("tr", "group", body), group.title);
      cell.colSpan = data.columns.length;
      cell.scope = "rowgroup";
      if (group.note) make("span", "note", cell, group.note);
    }
    group.rows.forEach((row) => {
      const line = make("tr", row.still ? "still" : "", body);
      if (row.current) line.classList.add("current");
      row.cells.forEach((content, index) => {
        const cell = make(index === data.heading ? "th" : "td", "", line);
        if (index === data.heading) cell.scope = "row";
        const live = !row.still && (index === data.heading || (data.byCell && content.open));
        const where = live ? make("button", "choose", cell) : make("span", "", cell);
        if (live) {
          where.type = "button";
          where.onclick = (event) => { event.stopPropagation(); choose(row.id, index); };
          if (content.open) where.title = content.open;
        }
        fill(cell, content, where);
      });
      if (!row.still && !data.byCell) line.onclick = () => choose(row.id, data.heading);
    });
  });
  [scroll.scrollLeft, scroll.scrollTop] = place;
  const current = kept ? null : root.querySelector("tr.current");
  if (current) current.scrollIntoView({ block: "center" });
}

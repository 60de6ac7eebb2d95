// Brings the top of the page into view whenever another thing is shown on it.
const shown = new WeakMap();
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".top");
  if (shown.get(root) === data.shows) return;
  shown.set(root, data.shows);
  const main = document.querySelector('[data-testid="stMain"]');
  if (main) main.scrollTo({ top: 0 });
}

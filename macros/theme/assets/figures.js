/* The marks of a figure name themselves, on focus, under the pointer and at a tap. Without script they are plain links, and the table says the same. */

const NEAR = 24; /* pixels: a mark is smaller than a finger, so the nearest one answers */

for (const canvas of document.querySelectorAll(".canvas")) {
  const card = document.createElement("div"), words = document.createElement("span"), open = document.createElement("a");
  const title = mark => mark.querySelector("title") ?? document.getElementById(mark.getAttribute("aria-labelledby"));
  const marks = [...canvas.querySelectorAll("svg a")].filter(title);
  const shown = () => marks.filter(mark => mark.getClientRects().length);
  let named = null, tapped = false;

  card.className = "name-card";
  card.hidden = true;
  open.textContent = canvas.dataset.open;
  card.append(words, " ", open);
  canvas.append(card);

  /* The narrow drawing has names from the wide one. The browser's own tooltip would say them once more. */
  for (const mark of marks) mark.setAttribute("aria-label", title(mark).textContent);
  for (const mark of marks) {
    mark.removeAttribute("aria-labelledby");
    mark.querySelector("title")?.remove();
  }

  function name(mark, at) {
    if (mark === named) return;
    named?.classList.remove("named");
    named = mark;
    card.hidden = !mark;
    if (!mark) return;
    mark.classList.add("named");
    words.textContent = mark.getAttribute("aria-label");
    open.href = mark.href.baseVal;
    open.hidden = !tapped;
    const frame = canvas.getBoundingClientRect(), box = mark.getBoundingClientRect();
    const x = at?.x ?? box.x + box.width / 2, above = box.y - frame.y - card.offsetHeight - 8;
    card.style.insetInlineStart = "auto";
    card.style.left = `${Math.max(0, Math.min(x - frame.x - card.offsetWidth / 2, frame.width - card.offsetWidth))}px`;
    card.style.top = `${above > -frame.y ? above : box.bottom - frame.y + 8}px`;
  }

  function nearest({ clientX: x, clientY: y }) {
    const distance = mark => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    };
    const found = shown().map(mark => [distance(mark), mark]).sort(([one], [other]) => one - other)[0];
    return found && found[0] <= NEAR / 2 ? found[1] : null;
  }

  /* A label is a link as well, and means the mark that leads to the same place. Asked by the place, since a browser turns a finger's tap to a link that it likes. */
  function meant(event) {
    const link = document.elementFromPoint(event.clientX, event.clientY)?.closest("svg a");
    if (!link) return nearest(event);
    return marks.includes(link) ? link : shown().find(mark => mark.href.baseVal === link.href.baseVal);
  }

  canvas.addEventListener("pointermove", event => {
    if (event.pointerType === "mouse" && !card.contains(event.target)) { tapped = false; name(meant(event), { x: event.clientX }); }
  });
  canvas.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") name(null); });
  canvas.addEventListener("click", event => {
    if (card.contains(event.target)) return;
    const mark = meant(event);
    tapped = event.pointerType === "touch" || event.pointerType === "pen";
    if (!tapped) {
      if (mark && !event.target.closest("svg a")) location.href = mark.href.baseVal;
      return;
    }
    event.preventDefault();
    name(null);
    name(mark, { x: event.clientX });
  });
  addEventListener("pointerdown", event => { if (!canvas.contains(event.target)) name(null); });

  /* One stop for the keyboard; the arrows lead from mark to mark. */
  const stop = mark => { for (const other of mark.ownerSVGElement.querySelectorAll("a")) other.setAttribute("tabindex", other === mark ? 0 : -1); };
  for (const svg of canvas.querySelectorAll("svg")) svg.querySelector("a[aria-label]")?.setAttribute("tabindex", "0");
  canvas.addEventListener("focusin", event => { if (marks.includes(event.target)) { tapped = false; name(event.target); stop(event.target); } });
  canvas.addEventListener("focusout", () => name(null));
  canvas.addEventListener("keydown", event => {
    const order = shown(), here = order.indexOf(event.target), ahead = getComputedStyle(canvas).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "Escape") name(null);
    if (here < 0) return;
    const to = { Home: 0, End: order.length - 1, ArrowUp: here - 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowRight: here + 1, [ahead]: here + 1, [ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"]: here - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    order[Math.max(0, Math.min(to, order.length - 1))].focus();
  });
}

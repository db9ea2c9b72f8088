/* Search in the page's language. The index is loaded when the search is opened, and of it only what a query needs. */
const dialog = document.querySelector("[data-search]"), button = document.querySelector("[data-search-button]");
const input = dialog.querySelector("input"), list = dialog.querySelector("ol"), count = dialog.querySelector("[role=status]");
const more = dialog.querySelector(".search-more"), selects = [...dialog.querySelectorAll("select")];
const counts = JSON.parse(count.dataset.counts), plural = new Intl.PluralRules(document.documentElement.lang);
const SHOWN = 10;
const address = name => new URL(dialog.dataset[name], document.baseURI).href;

/* One query at a time: what is typed meanwhile is asked next. A worker that failed gives way to a new one. */
let worker, asked, waiting, most = SHOWN;
/* Whether Enter was pressed before there was an answer. */
let isFollowing = false;
function ask(wanted) {
  if (asked) { waiting = wanted; return; }
  asked = wanted;
  try {
    worker ??= started();
    worker.postMessage(wanted);
  } catch {
    answered({ failed: "failed" });
  }
}

function started() {
  const found = new Worker(address("worker"), { type: "module" });
  found.addEventListener("message", ({ data }) => answered(data));
  found.addEventListener("error", () => answered({ failed: "failed" }));
  return found;
}

function answered(answer) {
  if (answer.failed) { worker?.terminate(); worker = undefined; }
  const [done, next] = [asked, waiting];
  asked = waiting = undefined;
  if (next) ask(next);
  else show(answer, done);
}

function chosen() {
  return Object.fromEntries(selects.filter(select => select.value).map(select => [select.name, select.value]));
}

function search() {
  ask({ index: address("index"), query: input.value.trim(), facets: chosen(), most });
}

function show({ failed, hits = [], total, isWhole, words, corrected }, { query, facets, most }) {
  const known = list.children.length, isMore = most > SHOWN && list.dataset.query === query;
  list.dataset.query = query;
  list.replaceChildren(...hits.map(item));
  if (isMore) list.children[known]?.querySelector("a").focus();
  if (isFollowing && dialog.open) list.querySelector("a")?.click();
  isFollowing = false;
  more.hidden = failed || total <= hits.length;
  count.textContent = failed ? count.dataset[failed] : said(query || Object.keys(facets).length, total, isWhole, words, corrected);
}

function said(isAsked, total, isWhole, words, corrected) {
  if (!isAsked) return "";
  if (!total) return count.dataset.none;
  const number = (counts[plural.select(total)] ?? counts.other).replace("{n}", total);
  const searched = corrected.length ? count.dataset.corrected.replace("{words}", corrected.join(" ")) : "";
  return [number, searched, words.length > 1 && !isWhole ? count.dataset.nearest : ""].filter(Boolean).join(" · ");
}

function item({ address: place, title, lead, kind, date, judged, mark }) {
  const entry = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
  link.href = new URL(place, address("root"));
  link.append(...pieces(title));
  text.append(...pieces(lead));
  const facts = document.createElement("small"), name = selects[0].querySelector(`option[value="${kind}"]`).textContent;
  facts.textContent = [name, date].filter(Boolean).join(" · ");
  entry.append(link, " ", facts);
  if (judged) {
    const badge = document.createElement("span");
    badge.className = mark;
    badge.textContent = judged;
    entry.prepend(badge, " ");
  }
  entry.append(text);
  return entry;
}

function pieces(parts) {
  return parts.map(([text, isMarked]) => {
    if (!isMarked) return text;
    const piece = document.createElement("mark");
    piece.textContent = text.trim();
    return piece;
  }).flatMap((piece, place) => (piece instanceof Node && /\s$/.test(parts[place][0]) ? [piece, " "] : [piece]));
}

function open() {
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
  search();
}

function begin() {
  isFollowing = false;
  most = SHOWN;
  search();
}

button.hidden = false;
button.addEventListener("click", open);
input.addEventListener("input", begin);
for (const select of selects) select.addEventListener("change", begin);
more.addEventListener("click", () => { most += SHOWN; search(); });
dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });

/* Who goes back from a hit finds the search as it was left; an address can ask as well: ?search=words. */
list.addEventListener("click", () => {
  history.replaceState({ ...history.state, search: { query: input.value, facets: chosen(), most } }, "");
});
const words = new URLSearchParams(location.search).get("search");
const left = history.state?.search ?? (words && { query: words, facets: {}, most: SHOWN });
if (left) {
  input.value = left.query;
  most = left.most;
  for (const select of selects) select.value = left.facets[select.name] ?? "";
  dialog.querySelector("details").open = Object.keys(left.facets).length > 0;
  open();
}

/* The keys by their letters, or by their places on a keyboard of other letters. */
document.addEventListener("keydown", event => {
  const typing = event.target.closest("main :is(input, select, textarea)"), held = event.ctrlKey || event.metaKey || event.altKey;
  const isLatin = /^[\x20-\x7e]$/.test(event.key);
  const pressed = isLatin ? ["/", "s"].includes(event.key) : ["Slash", "KeyS"].includes(event.code);
  if (!typing && !dialog.open && !held && !event.shiftKey && pressed) {
    event.preventDefault();
    open();
  }
});

/* Arrows move through the results, Enter follows the first or the chosen one, Escape closes. */
dialog.addEventListener("keydown", event => {
  const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
  if (event.key === "Escape") { /* a search field would take the first one to clear itself */
    event.preventDefault();
    dialog.close();
  } else if (event.key === "Enter" && event.target === input) {
    event.preventDefault();
    if (asked) isFollowing = true;
    else links[0]?.click();
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && links.length && event.target.tagName !== "SELECT") {
    event.preventDefault();
    const next = event.key === "ArrowDown" ? links[Math.min(at + 1, links.length - 1)] : at <= 0 ? input : links[at - 1];
    next.focus();
  }
});

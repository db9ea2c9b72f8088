/* Search in the page's language. The index is loaded when the search is opened, and of it only what a query needs. */
const dialog = document.querySelector("[data-search]"), button = document.querySelector("[data-search-button]");
const input = dialog.querySelector("input"), list = dialog.querySelector("ol"), count = dialog.querySelector("[role=status]");
const selects = [...dialog.querySelectorAll("select")];
const counts = JSON.parse(count.dataset.counts), plural = new Intl.PluralRules(document.documentElement.lang);
const SHOWN = 12;

/* What a reader may have written otherwise in Arabic: without hamza, with final ha for ta marbuta, with diacritics, with the
   article and attached particles. Pagefind stems the words of the index; these forms meet its stems. */
function spellings(query) {
  const plain = query.replace(/[\u064b-\u0652\u0640]/g, "").replace(/[أإآٱ]/g, "ا");
  const closed = plain.replace(/(\S{2,})ه(?=\s|$)/g, "$1ة");
  const bare = closed.replace(/(^|\s)[وف]?(?:[بك]?ال|لل)(?=\S{3})/g, "$1");
  return [...new Set([query, plain, closed, bare])];
}

/* Results of every spelling, best first, each page once. */
async function find(engine, query, filters) {
  const found = await Promise.all(spellings(query).map(words => engine.search(words, { filters })));
  const pages = new Map();
  for (const { results } of found)
    for (const result of results)
      if (!(pages.get(result.id)?.score >= result.score)) pages.set(result.id, result);
  return [...pages.values()].sort((a, b) => b.score - a.score);
}

/* A failed start is said, and tried again at the next letter, under another address, since a browser may remember a failure. */
let loading, failures = 0;
const load = () => loading ??= start().catch(error => { loading = undefined; failures += 1; throw error; });
async function start() {
  const index = new URL(dialog.dataset.index, document.baseURI);
  if (failures) index.search = failures;
  const engine = await import(index);
  await engine.options({ baseUrl: new URL(dialog.dataset.root, document.baseURI).pathname.replace(/\/?$/, "/"), excerptLength: 24, ranking: { metaWeights: { title: 1, names: 20 } } });
  const filters = await engine.filters();
  for (const select of selects)
    for (const [value, number] of Object.entries(filters[select.name] ?? {}))
      select.append(new Option(`${value} (${number})`, value));
  return engine;
}

function item({ url, meta, excerpt, filters }) {
  const entry = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("small"), text = document.createElement("p");
  link.href = url;
  link.textContent = meta.title;
  kind.textContent = (filters.kind ?? []).join(" · ");
  text.innerHTML = excerpt; /* Pagefind escapes the text and adds <mark> */
  entry.append(link, " ", kind, text);
  return entry;
}

async function search() {
  let engine;
  try {
    engine = await load();
  } catch {
    count.textContent = count.dataset.failed;
    return;
  }
  const query = input.value.trim();
  if (!query) { list.replaceChildren(); count.textContent = ""; return; }
  const filters = Object.fromEntries(selects.filter(select => select.value).map(select => [select.name, select.value]));
  const found = await find(engine, query, filters);
  const results = await Promise.all(found.slice(0, SHOWN).map(result => result.data()));
  if (query !== input.value.trim()) return; /* a newer query is under way */
  list.replaceChildren(...results.map(item));
  const number = found.length;
  count.textContent = number ? (counts[plural.select(number)] ?? counts.other).replace("{n}", number) : count.dataset.none;
}

function open() {
  dialog.showModal();
  input.focus();
  input.select();
  search();
}

button.hidden = false;
button.addEventListener("click", open);
input.addEventListener("input", search);
for (const select of selects) select.addEventListener("change", search);
dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });

document.addEventListener("keydown", event => {
  const typing = event.target.closest("main :is(input, select, textarea)");
  if (!typing && !dialog.open && !event.ctrlKey && !event.metaKey && !event.altKey && ["/", "s"].includes(event.key)) {
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
    links[0]?.click();
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && links.length && event.target.tagName !== "SELECT") {
    event.preventDefault();
    const next = event.key === "ArrowDown" ? links[Math.min(at + 1, links.length - 1)] : at <= 0 ? input : links[at - 1];
    next.focus();
  }
});

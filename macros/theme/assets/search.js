/* Search in the page's language. The index is loaded when the search is opened, and of it only what a query needs. */
const dialog = document.querySelector("[data-search]"), button = document.querySelector("[data-search-button]");
const input = dialog.querySelector("input"), list = dialog.querySelector("ol"), count = dialog.querySelector("[role=status]");
const selects = [...dialog.querySelectorAll("select")];
const counts = JSON.parse(count.dataset.counts), plural = new Intl.PluralRules(document.documentElement.lang);
const SHOWN = 12, AROUND = 12;
const KEYS = ["/", "s", "ظ", "س"]; /* and what the same two keys write on an Arabic keyboard */

/* Pagefind and the rules for Arabic words, loaded once. After a failure the next search tries again. */
let engine;
const load = () => engine ??= start().catch(error => { engine = undefined; throw error; });

async function start() {
  const [pagefind, { plain }] = await Promise.all([import(new URL(dialog.dataset.index, document.baseURI)), import("./arabic.js")]);
  await pagefind.options({
    baseUrl: new URL(dialog.dataset.root, document.baseURI).pathname.replace(/\/?$/, "/"),
    excerptLength: 24, ranking: { metaWeights: { title: 1, names: 20, forms: 0.5 } },
  });
  const filters = await pagefind.filters();
  for (const select of selects)
    for (const [value, number] of Object.entries(filters[select.name] ?? {}))
      select.append(new Option(`${value} (${number})`, value));
  return { pagefind, plain };
}

/* Results for the query as written and for its bare words, best first, each page once. */
async function find({ pagefind, plain }, query, filters) {
  const found = await Promise.all([...new Set([query, plain(query)])].map(words => pagefind.search(words, { filters })));
  const pages = new Map();
  for (const { results } of found)
    for (const result of results)
      if (!(pages.get(result.id)?.score >= result.score)) pages.set(result.id, result);
  return [...pages.values()].sort((a, b) => b.score - a.score);
}

/* The words around the first that Pagefind did not mark, because the page has it in another form. */
function passage(plain, content, query) {
  const bareWords = text => plain(text).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const sought = bareWords(query), words = content.split(/\s+/), met = words.map(word => bareWords(word).some(part => sought.includes(part)));
  const from = Math.max(met.indexOf(true) - AROUND, 0), nodes = [];
  for (let at = from; at < Math.min(from + 2 * AROUND, words.length); at++) {
    const node = document.createElement(met[at] ? "mark" : "span");
    node.textContent = words[at];
    nodes.push(node, " ");
  }
  return nodes;
}

function item(plain, query, { url, meta, excerpt, content, filters }) {
  const entry = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("small"), text = document.createElement("p");
  link.href = url;
  link.textContent = meta.title;
  kind.textContent = (filters.kind ?? []).join(" · ");
  if (excerpt.includes("<mark>")) text.innerHTML = excerpt; /* Pagefind escapes the text and adds <mark> */
  else text.append(...passage(plain, content, query));
  entry.append(link, " ", kind, text);
  return entry;
}

let turn = 0, underWay;
const search = () => underWay = show(++turn);

async function show(mine) {
  const query = input.value.trim();
  const filters = Object.fromEntries(selects.filter(select => select.value).map(select => [select.name, select.value]));
  let found = [], entries = [], said = "";
  try {
    const loaded = await load();
    if (query) {
      found = await find(loaded, query, filters);
      const results = await Promise.all(found.slice(0, SHOWN).map(result => result.data()));
      entries = results.map(result => item(loaded.plain, query, result));
      said = found.length ? (counts[plural.select(found.length)] ?? counts.other).replace("{n}", found.length) : count.dataset.none;
    }
  } catch {
    said = count.dataset.failed;
  }
  if (mine !== turn) return; /* a newer search is under way */
  list.replaceChildren(...entries);
  count.textContent = said;
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
  const typing = event.target.closest("input, select, textarea");
  if (!typing && !dialog.open && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS.includes(event.key)) {
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
    underWay.then(() => list.querySelector("a")?.click());
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && links.length && event.target.tagName !== "SELECT") {
    event.preventDefault();
    const next = event.key === "ArrowDown" ? links[Math.min(at + 1, links.length - 1)] : at <= 0 ? input : links[at - 1];
    next.focus();
  }
});

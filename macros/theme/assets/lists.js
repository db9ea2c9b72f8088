/* The filters of a long list, kept in the address (?kind=…&year=…). What the list has on other pages is fetched when a
   filter asks for it; an address on its first page leads on to the page where the record stands. */

import { quoting } from "./dossier.js";

const bar = document.querySelector("[data-filters]"), list = document.querySelector("[data-list]");
const selects = [...bar.querySelectorAll("select")], said = bar.querySelector("output");
const others = [...document.querySelectorAll(".parts a:not([aria-current])")].map(link => link.href);
const address = new URL(location.href);
/* What the address asks for and no filter offers. */
const unknown = [];
let gathered;

async function read(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(answer.statusText);
  const more = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-list]");
  for (const link of more.querySelectorAll("[href]")) link.href = new URL(link.getAttribute("href"), url);
  /* The first page may show some of these already. */
  const place = item => item.querySelector("[href]").href, here = new Set([...list.querySelectorAll("[data-item]")].map(place));
  for (const item of more.querySelectorAll("[data-item]")) if (here.has(place(item))) item.remove();
  for (const named of more.querySelectorAll("[id]")) named.removeAttribute("id");
  return more.children;
}

async function gather() {
  for (const more of await Promise.all(others.map(read))) list.append(...more);
}

const isAsked = () => selects.some(select => select.value);

/* What is folded opens while a filter is set, since it may hold all that was asked for. */
function apply() {
  for (const item of document.querySelectorAll("[data-item]"))
    item.hidden = selects.some(select => select.value && item.dataset[select.name] !== select.value);
  for (const group of document.querySelectorAll("[data-block]"))
    group.hidden = [...group.querySelectorAll("[data-item]")].every(item => item.hidden);
  list.toggleAttribute("data-asked", isAsked());
  for (const rest of list.querySelectorAll(".rest")) rest.open = isAsked();
  for (const number of document.querySelectorAll("[data-drawn]"))
    number.textContent = document.querySelectorAll(`.waffle [data-drift="${number.dataset.drawn}"]:not([hidden])`).length;
}

function count() {
  const items = [...list.querySelectorAll("[data-item]")];
  const counts = { shown: items.filter(item => !item.hidden).length, all: items.length };
  return said.dataset.count.replace(/\{(\w+)\}/g, (whole, name) => counts[name]);
}

function say(...sentences) {
  const passedOver = unknown.length ? quoting(said.dataset.unknown, { values: unknown.join(" · ") }) : [];
  said.replaceChildren(...passedOver, unknown.length && sentences.length ? " · " : "", sentences.join(" · "));
}

async function choose() {
  for (const { name, value } of selects)
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  history.replaceState(null, "", address);
  apply();
  try {
    if (isAsked()) await (gathered ??= gather());
    apply();
    say(...(isAsked() ? [count()] : []));
  } catch {
    say(count(), said.dataset.failed);
  }
}

const known = ["search", ...selects.map(select => select.name)];
for (const [name, value] of address.searchParams) if (!known.includes(name)) unknown.push(`${name}=${value}`);
for (const select of selects) {
  const [asked = "", ...more] = address.searchParams.getAll(select.name);
  unknown.push(...more);
  select.value = asked;
  if (select.selectedIndex < 0) {
    select.value = "";
    unknown.push(asked);
  }
  select.addEventListener("change", () => {
    unknown.length = 0;
    choose();
  });
}
bar.hidden = false;
if (isAsked() || unknown.length) {
  choose();
  if (!location.hash) bar.scrollIntoView();
}

const part = document.getElementById(location.hash.slice(1))?.closest(".parts li");
if (part) location.replace(part.querySelector("a").href + location.hash);

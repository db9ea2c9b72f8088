/* The page of a status: reads the address or the form, has law.js decide, and says it in the page's words. */

import { offerCopies, quoting } from "./dossier.js";
import { decide, duty, inForce, margin, turns } from "./law.js";

const form = document.querySelector("[data-status]"), output = form.querySelector("output");
/* Objects that have nothing but what was written: a record may call a thing "constructor". */
const parsed = text => JSON.parse(text, (key, value) => value && typeof value === "object" && !Array.isArray(value) ? Object.setPrototypeOf(value, null) : value);
const data = name => parsed(form.querySelector(`[data-${name}]`).textContent);
/* Asked of the form, a field that has the name of something of the form itself would take its place. */
const fields = new Map([...form.querySelectorAll("[name]")].map(field => [field.name, field]));
const first = form.getAttribute("data-first");
const words = data("words"), items = new Map(data("items").map(item => [item.id, item]));
const own = form.querySelector("[data-own]");
const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const small = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const shares = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const locale = words.language === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB";
const OWN = ["rates", "memory", "link", "area", "centre", "maker"];
const APPLICATION = ["refused", "elsewhere", "use", ...Object.keys(words.gates)];
const OUTCOMES = Object.keys(words.outcomes);
const MOST_BITS = 64, LEAST = 0.01, MOST = 1e6;
const OPEN = ["not-known-yet", "not-exported-from-us", "cannot-be-computed"];
let thresholds;

class Wrong extends Error {
  constructor(...parts) {
    super();
    this.parts = parts;
  }
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const wrong = (name, values) => { throw new Wrong(...quoting(words.messages[name], values)); };
const label = name => [...fields.get(name).closest("label").childNodes].map(node => node.textContent.trim()).find(text => text);
const element = (tag, ...parts) => {
  const made = document.createElement(tag);
  made.append(...parts);
  return made;
};

/* --- What is asked --- */

function day(text) {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(+date) || date.toISOString().slice(0, 10) !== text || text < first)
    wrong("no_date", { value: text, first: first });
  return text;
}

const isNumber = (text, least) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= MOST;

function amount(name, asked, least = LEAST) {
  const text = (asked.get(name) ?? "").trim();
  if (text === "") return null;
  if (!isNumber(text, least)) wrong("no_number", { value: text, field: label(name), least, most: numbers.format(MOST) });
  return Number(text);
}

function processing(asked) {
  const text = (asked.get("rates") ?? "").trim();
  if (text === "") return null;
  const found = text.split(",").map(pair => /^\s*([\d.]+)\s*[x×]\s*(\d+)\s*$/.exec(pair));
  if (found.some(pair => !pair || !isNumber(pair[1], LEAST) || Number(pair[2]) < 1 || Number(pair[2]) > MOST_BITS))
    wrong("no_rates", { value: text, bits: MOST_BITS, least: LEAST, most: numbers.format(MOST) });
  return Math.max(...found.map(pair => Number(pair[1]) * Number(pair[2])));
}

function choice(name, asked, choices) {
  const value = asked.get(name) ?? choices[0];
  if (!choices.includes(value)) wrong("no_choice", { value, field: label(name) });
  return value;
}

function ownItem(asked) {
  const tpp = processing(asked), area = amount("area", asked), memory = amount("memory", asked), link = amount("link", asked, 0);
  const centre = choice("centre", asked, ["unknown", "yes", "no"]), maker = choice("maker", asked, ["", ...Object.keys(words.makers), "other"]);
  return {
    id: "", name: words.messages.own, maker: maker || null, known_from: null, exported_from_us: true,
    data_centre: { unknown: null, yes: true, no: false }[centre],
    quantities: {
      total_processing_performance: tpp,
      performance_density: tpp === null || area === null ? null : tpp / area,
      memory_bandwidth: memory,
      interconnect_bandwidth: link,
      memory_and_interconnect: memory === null || link === null ? null : memory + link,
    },
    gates: Object.create(null), estimated: [],
  };
}

const itemOf = (id, asked) => id ? items.get(id) ?? wrong("no_chip", { value: id }) : ownItem(asked);

function application(asked) {
  const gates = Object.create(null);
  for (const id of Object.keys(words.gates)) {
    const outcome = choice(id, asked, ["", ...OUTCOMES]);
    if (outcome) gates[id] = outcome;
  }
  return {
    gates,
    exception_refused: choice("refused", asked, ["", "1"]) === "1",
    is_export: choice("elsewhere", asked, ["", "1"]) !== "1",
    use: choice("use", asked, ["", ...Object.keys(words.exemptions)]),
  };
}

/* --- What the law says --- */

function answer(item, on, applied) {
  const law = inForce(thresholds, on), found = decide(item, law, on, applied);
  return { item, on, applied, found, margin: margin(item, law, on, applied), dutiable: law.duties.at(-1), duty: item.exported_from_us ? duty(item, law) : null };
}

/* --- How the page says it --- */

const isolated = text => `\u2068${text}\u2069`;  // so that a number and its unit, or a name and its number, stand in order
const number = value => (value < LEAST ? small : numbers).format(value);
const measured = (value, quantity) => isolated(`${number(value)} ${words.units[quantity]}`.trim());

function reason({ quantity, value, bound, limit, holds }) {
  if (quantity === "export") return words.reasons.export;
  if (quantity === "maker") return value === null ? words.reasons.maker_unknown : filled(words.reasons[holds === null ? "maker_open" : "maker"], { maker: words.makers[value] ?? value });
  if (quantity === "data_centre") return words.reasons[value === null ? "data_centre_unknown" : value ? "data_centre" : "not_data_centre"];
  const name = words.quantities[quantity];
  if (value === null) return filled(words.reasons.unknown, { quantity: name });
  return `${name} ${filled(words.reasons[holds ? bound : `${bound}_not`], { value: measured(value, quantity), limit: numbers.format(limit) })}`;
}

/* A figure that is not known is told once, whatever it is compared with. */
const reasons = found => [...new Set(found.map(reason))].join(words.semicolon);

function about({ question, about }) {
  if (question === "gate") return words.gates[about];
  if (question.startsWith("letter")) return words.makers[about] ?? about;
  return question === "review" ? words.policies[about] : about;
}

function stepWords(step) {
  const answered = step.answer === null ? "unknown" : step.answer ? "yes" : "no";
  return filled(words.steps[`${step.question}-${step.closed_by || (step.named ? "named" : answered)}`], { about: about(step) });
}

function rule(id) {
  const link = document.createElement("a");
  [link.textContent, link.href] = words.rules[id];
  return link;
}

function stepLine(step) {
  const line = element("li", stepWords(step));
  if (step.paragraph && step.paragraph !== step.about) line.append(" ", element("small", "(", element("bdi", step.paragraph), ")"));
  if (step.rule) line.append(" ", element("small", rule(step.rule)));
  if (step.reasons.length) line.append(words.colon, " ", reasons(step.reasons));
  return line;
}

function marginWords({ found: { kind }, margin: found }) {
  if (!found) return OPEN.includes(kind) ? "" : words.margins.none;
  const name = found.share === 0 ? "exactly" : found.share < 0 ? "below" : "above";
  const values = { quantity: words.quantities[found.quantity], share: shares.format(Math.abs(found.share) * 100), limit: numbers.format(found.limit) };
  return `${filled(words.margins[name], values)}.`;
}

function inputWords({ item, found }) {
  const compared = new Set(found.steps.filter(step => step.question !== "letter-too").flatMap(step => step.reasons).filter(reason => reason.quantity in words.quantities && reason.value !== null).map(reason => reason.quantity));
  if (!compared.size || !item.id || !item.exported_from_us) return "";
  return words.inputs[item.estimated.some(quantity => compared.has(quantity)) ? "estimate" : "published"];
}

function dutyLine({ dutiable, duty: found, applied }) {
  if (!dutiable) return element("p", words.duty_not_yet);
  const line = element("p"), readTo = words.rules[dutiable.rule][2];
  if (found && !found.open) {
    const exempt = found.exemptions.includes(applied.use), name = words.bands[found.paragraph] ?? found.paragraph;
    const said = filled(words[exempt ? "exempt" : "duty"], { rate: numbers.format(found.rate) });
    line.append(said, exempt ? ` ${words.exemptions[applied.use]}. ` : " ", rule(found.rule), words.comma, name, ` (${reasons(found.reasons)}).`);
  } else line.append(found ? words.duty_open : words.no_duty);
  if (readTo) line.append(" ", element("small", `(${readTo})`));
  return line;
}

/* A day, a month or a year, no more exact than it is known. */
function dayWords(day) {
  const parts = [["year", "numeric"], ["month", "long"], ["day", "numeric"]].slice(0, day.split("-").length);
  return new Intl.DateTimeFormat(locale, { ...Object.fromEntries(parts), timeZone: "UTC" }).format(new Date(day));
}

function badge(kind) {
  const made = element("span", words.status[kind]);
  made.className = `status ${kind}`;
  return made;
}

/* The steps: open where they are the answer, folded where what differs is. */
function way(steps, beside) {
  const list = element("ol", ...steps.map(stepLine));
  list.className = "way";
  if (!beside) return [element("h3", words.step_by_step), list];
  const made = element("details", element("summary", words.step_by_step), list);
  made.className = "folded";
  return [made];
}

function card(result, beside) {
  const { item, on, found } = result, made = element("article");
  const title = element("h2", filled(words.messages.heading, { chip: isolated(item.name), date: dayWords(on) }));
  made.className = `finding ${found.kind}`;
  made.append(title, element("p", badge(found.kind), " ", element("small", words.read_to)), element("p", words.means[found.kind]));
  if (on > thresholds.law_read_to) made.append(element("p", words.messages.after));
  if (found.decided?.rule) made.append(element("p", words.deciding, " ", rule(found.decided.rule), " · ", element("bdi", found.decided.paragraph)));
  if (found.steps.length) made.append(...way(found.steps, beside));
  const inputs = inputWords(result), nearest = marginWords(result);
  if (nearest) made.append(element("p", ...(result.margin ? [words.margins.title, " "] : []), nearest, ...(inputs ? [" ", element("small", `(${inputs})`)] : [])));
  if (item.exported_from_us) made.append(dutyLine(result));
  return made;
}

/* --- How it is cited --- */

function citation({ item, on, found }) {
  const asked = given(), made = form.querySelector("template[data-citation]").content.cloneNode(true);
  const date = dayWords(on), isApplied = APPLICATION.some(name => asked.has(name));
  const title = said => filled(isApplied ? said.application : said.product, { chip: item.id ? item.name : said.own, date, status: said.status[found.kind] });
  const values = {
    ...Object.fromEntries(Object.entries(words.cited).map(([mark, said]) => [mark, title(said)])),
    key: [...asked].flatMap(([name, value]) => ["chip", "on"].includes(name) ? value : [name, value]).join("-").replace(/[^\w-]+/g, "-"),
    address: `${document.querySelector("link[rel=canonical]").href}?${asked}`,
  };
  const put = (text, write = value => value) => text.replace(/⟦(\w+)⟧/g, (mark, name) => write(values[name], name));
  const texts = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = put(texts.currentNode.data);
  for (const file of made.querySelectorAll("a[download]")) {
    const signs = words.signs[file.textContent] ?? {};
    const written = (value, name) => encodeURIComponent(name === "title" ? value.replace(/./gsu, sign => signs[sign] ?? sign) : value);
    file.setAttribute("href", put(file.getAttribute("href"), written));
    file.download = put(file.download);
  }
  offerCopies(made);
  return made;
}

/* --- Side by side --- */

function dutyWords({ item, dutiable, duty: band }) {
  if (!item.exported_from_us) return "—";
  if (!dutiable) return words.duties.not_yet;
  return !band ? words.duties.none : band.open ? words.duties.open : words.bands[band.paragraph] ?? band.paragraph;
}

/* A step by what it asks about: a gate by its paragraph, of which two may share one. */
function stepFact(step) {
  const asked = step.question.startsWith("letter") ? filled(words.messages.letter_to, { maker: about(step) }) : about(step);
  return [`${step.question} ${step.about}`, step.question === "gate" ? step.paragraph : asked, stepWords(step)];
}

/* What is told of a result, each as key, name and words. */
function facts(result) {
  const { item, on, found } = result, decided = found.decided?.rule;
  const figures = Object.entries(item.quantities).map(([quantity, value]) => [words.quantities[quantity], value === null ? "—" : measured(value, quantity)]);
  const told = [
    [words.messages.chip, item.name], [words.messages.date, dayWords(on)], [words.messages.status, words.status[found.kind]],
    [words.messages.measure, decided ? [words.rules[decided][0], found.decided.paragraph && isolated(found.decided.paragraph)].filter(text => text).join(" · ") : "—"],
    ...figures, [words.messages.nearest, marginWords(result) || "—"], [words.duties.title, dutyWords(result)],
  ];
  return [...told.map(([name, text]) => [name, name, text]), ...found.steps.filter(step => about(step)).map(stepFact)];
}

function sides(title, head, lines, ...before) {
  const made = element("table", ...(head ? [element("thead", head)] : []), element("tbody", ...lines));
  made.className = "sides";
  return element("section", element("h2", title), ...before, made);
}

function header(scope, ...parts) {
  const made = element("th", ...parts);
  made.scope = scope;
  return made;
}

/* The statuses of two chips, the latest first, from each day on which either changes. */
function overTime(results) {
  const exact = new Map(results.map(({ item }) => item.known_from).filter(known => known).map(known => [`${known}-01-01`.slice(0, 10), known]));
  for (const turn of [first, ...turns(thresholds)]) exact.set(turn, turn);
  const told = [...exact.keys()].filter(on => on >= first).sort().map(on =>
    ({ on, kinds: results.map(({ item, applied }) => decide(item, inForce(thresholds, on), on, applied).kind) }));
  const changes = told.filter(({ kinds }, index) => String(kinds) !== String(told[index - 1]?.kinds));
  const lines = changes.reverse().map(({ on, kinds }) => element("tr", header("row", dayWords(exact.get(on))), ...kinds.map(kind => element("td", badge(kind)))));
  const head = element("tr", header("col", words.messages.since), ...results.map(({ item }) => header("col", element("bdi", item.name))));
  return sides(words.messages.history, head, lines);
}

function differences(one, other) {
  const both = [...facts(one), ...facts(other)], names = new Map(both.map(([key, name]) => [key, name]));
  const mine = new Map(facts(one).map(([key, , text]) => [key, text])), theirs = new Map(facts(other).map(([key, , text]) => [key, text]));
  const rows = [...names.keys()].filter(key => mine.get(key) !== theirs.get(key));
  if (!rows.length) return element("p", words.messages.same);
  const shared = one.found.kind === other.found.kind ? [element("p", words.messages.both, " ", badge(one.found.kind))] : [];
  const lines = rows.map(key =>
    element("tr", header("row", element("bdi", names.get(key))), element("td", mine.get(key) ?? "—"), element("td", theirs.get(key) ?? "—")));
  return sides(words.messages.differs, null, lines, ...shared);
}

/* --- The form and the address --- */

const FIELDS = ["chip", "on", "vs-chip", "vs-on", ...OWN, ...APPLICATION];

/* What the address asks of this page: others append to it what is theirs. */
const given = () => new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => FIELDS.includes(name)));

/* What it asks besides, but for what any page is asked: the search. */
function passedOver() {
  const names = [...new Set(new URLSearchParams(location.search).keys())].filter(name => name !== "search" && !FIELDS.includes(name));
  return names.length ? [element("p", ...quoting(words.messages.unknown_field, { value: names.join(" · ") }))] : [];
}

async function show(asked) {
  output.replaceChildren();
  delete output.dataset.result;
  try {
    thresholds ??= parsed(await (await fetch(form.getAttribute("data-status"))).text());
  } catch {
    output.textContent = words.messages.failed;
    return;
  }
  try {
    for (const name of asked.keys()) {
      if (asked.getAll(name).length > 1) wrong("asked_twice", { value: name });
      if (OWN.includes(name) && asked.get("chip")) wrong("own_beside_chip", { value: name });
    }
    const on = day(asked.get("on") ?? fields.get("on").defaultValue), applied = application(asked);
    const one = answer(itemOf(asked.get("chip") ?? "", asked), on, applied);
    const results = [one];
    if (asked.get("vs-chip") || asked.get("vs-on")) {
      const other = asked.get("vs-chip") ? itemOf(asked.get("vs-chip"), asked) : one.item;
      results.push(answer(other, asked.get("vs-on") ? day(asked.get("vs-on")) : on, applied));
    }
    const beside = results.length > 1, cards = element("div", ...results.map(result => card(result, beside)));
    cards.className = "cards";
    const compared = beside ? [differences(...results), ...(asked.get("vs-chip") ? [overTime(results)] : [])] : [];
    output.replaceChildren(...passedOver(), ...compared, cards, ...([...given()].length ? [citation(one)] : []));
    output.dataset.result = JSON.stringify(results.map(({ found, margin, duty }) => ({ ...found, margin, duty: duty?.open ? null : duty?.paragraph ?? "" })));
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const message = element("p", ...error.parts);
    message.className = "wrong";
    output.replaceChildren(...passedOver(), message);
  }
}

function asked() {
  const found = new URLSearchParams();
  for (const name of FIELDS) {
    const input = fields.get(name), value = input.type === "checkbox" ? (input.checked ? "1" : "") : input.value.trim();
    const known = fields.get("chip").value && OWN.includes(name);
    if (value && !known && !(name === "centre" && value === "unknown")) found.set(name, value);
  }
  return found;
}

const toggle = () => { own.hidden = fields.get("chip").value !== ""; };

function restore() {
  const wanted = given(), isAsked = [...wanted].length > 0;
  for (const [name, value] of wanted) {
    const input = fields.get(name);
    if (input.type === "checkbox") input.checked = value === "1";
    else input.value = value;
  }
  if (APPLICATION.some(name => wanted.has(name))) form.querySelector("details").open = true;
  if (isAsked && !wanted.has("chip")) fields.get("chip").value = "";
  toggle();
  if (isAsked && !wanted.has("on")) {
    const dated = new URL(location.href);  // so that the address is one of this day
    dated.searchParams.set("on", fields.get("on").defaultValue);
    history.replaceState(null, "", dated);
  }
  show(isAsked ? given() : asked());
}

function reply() {
  const chosen = asked();
  history.replaceState(null, "", `?${chosen}`);
  return show(chosen);
}

/* A day that is still being typed is not asked about. */
const isUnfinished = input => input.type === "date" && (input.validity.badInput || input.value !== "" && input.value < first);

fields.get("chip").addEventListener("change", toggle);
form.addEventListener("change", ({ target }) => { if (!isUnfinished(target)) reply(); });
form.addEventListener("submit", async event => {
  event.preventDefault();
  await reply();
  if (output.getBoundingClientRect().top > innerHeight / 2) output.scrollIntoView();
});
form.hidden = false;
restore();

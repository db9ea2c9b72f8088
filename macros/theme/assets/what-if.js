/* What status would a chip with these figures have on this day? The same thresholds and steps as macros/law/policy.py. */

const TESTS = {
  at_least: (value, limit) => value >= limit, above: (value, limit) => value > limit,
  below: (value, limit) => value < limit, at_most: (value, limit) => value <= limit,
};

/* Whether a whole group holds (null: a figure that decides is not known), and the comparisons that say so. */
function groupHolds(chip, group) {
  const reasons = Object.entries(group.bounds).flatMap(([quantity, bounds]) =>
    Object.keys(TESTS).filter(bound => bound in bounds).map(bound => ({
      quantity, bound, limit: bounds[bound], value: chip[quantity],
      holds: chip[quantity] === null ? null : TESTS[bound](chip[quantity], bounds[bound]),
    })));
  const answers = reasons.map(reason => reason.holds);
  if (group.data_centre !== null) answers.push(chip.data_centre === group.data_centre);
  if (answers.includes(false)) return { holds: false, reasons: reasons.filter(reason => reason.holds === false) };
  return { holds: answers.includes(null) ? null : true, reasons };
}

function match(chip, groups) {
  const results = groups.map(group => ({ group, ...groupHolds(chip, group) }));
  const reasons = results.flatMap(result => result.reasons);
  return results.find(result => result.holds === true) ?? results.find(result => result.holds === null) ?? { holds: false, reasons };
}

function status(thresholds, chip, day) {
  const inForce = new Map(thresholds.licence_requirements
    .filter(effect => effect.start <= day)
    .map(effect => [effect.control, effect]));
  const candidates = [], missed = [];
  for (const effect of inForce.values()) {
    const found = match(chip, effect.groups);
    if (found.holds === null) candidates.push({ kind: "not-determined", rule: effect.rule, reasons: found.reasons });
    else if (found.holds === false && found.reasons.length) missed.push({ rule: effect.rule, reasons: found.reasons });
    else if (found.holds) {
      let decided = { kind: effect.policy, rule: effect.rule, reasons: found.reasons };
      for (const change of thresholds.review_changes) {
        if (change.start > day || !change.controls.includes(effect.control)) continue;
        const changed = match(chip, change.groups);
        if (changed.holds !== null)
          decided = { kind: changed.holds ? change.policy : decided.kind, rule: change.rule, reasons: changed.reasons };
      }
      candidates.push(decided);
    }
  }
  if (candidates.length) return candidates.sort((a, b) => thresholds.severity.indexOf(a.kind) - thresholds.severity.indexOf(b.kind))[0];
  return { kind: "no-licence", rule: missed[0]?.rule, reasons: missed.flatMap(found => found.reasons) };
}

function duty(thresholds, chip, day) {
  for (const effect of thresholds.duties) {
    const found = match(chip, effect.groups);
    if (effect.start <= day && found.holds) return { rule: effect.rule, paragraph: found.group.paragraph, reasons: found.reasons };
  }
  return null;
}

const form = document.querySelector("[data-what-if]"), output = form.querySelector("output");
const words = JSON.parse(form.querySelector("[data-words]").textContent);
const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const fields = ["rate", "bits", "bandwidth", "link", "area", "date", "centre"];
let thresholds;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const measured = (value, quantity) => `${numbers.format(value)} ${words.units[quantity]}`.trim();

function sentence({ quantity, bound, holds, value, limit }) {
  if (holds === null) return filled(words.unknown, { quantity: words.quantities[quantity] });
  const reason = words.reasons[holds ? bound : `${bound}_not`];
  return `${words.quantities[quantity]} ${filled(reason, { value: measured(value, quantity), limit: numbers.format(limit) })}`;
}

function line(...parts) {
  const paragraph = document.createElement("p");
  paragraph.append(...parts);
  return paragraph;
}

function rule(id) {
  const link = document.createElement("a");
  [link.textContent, link.href] = words.rules[id];
  return link;
}

const reasons = found => [...new Set(found.reasons.map(sentence))].join(words.semicolon);

async function compute() {
  try {
    thresholds ??= await (await fetch(form.dataset.whatIf)).json();
  } catch {
    output.textContent = words.failed;
    return;
  }
  const number = name => form[name].value === "" ? null : Number(form[name].value);
  const processing = number("rate") === null ? null : number("rate") * Number(form.bits.value);
  const chip = {
    total_processing_performance: processing,
    performance_density: processing !== null && number("area") ? processing / number("area") : null,
    memory_bandwidth: number("bandwidth"), interconnect_bandwidth: number("link"), data_centre: form.centre.checked,
  };
  const found = status(thresholds, chip, form.date.value), band = duty(thresholds, chip, form.date.value);
  const badge = document.createElement("span");
  badge.className = `status ${found.kind}`;
  badge.textContent = words.status[found.kind];
  const computed = ["total_processing_performance", "performance_density"].filter(quantity => chip[quantity] !== null);
  output.replaceChildren(
    line(badge, " ", computed.map(quantity => `${words.quantities[quantity]} ${numbers.format(chip[quantity])}`).join(" · ")),
    ...(found.rule ? [line(reasons(found), ". ", words.deciding, " ", rule(found.rule), ".")] : []),
    band ? line(words.duty, " ", rule(band.rule), words.comma, words.bands[band.paragraph], ` (${reasons(band)}).`) : line(words.no_duty),
  );
}

/* An address may hold anything: what the form would not take is not computed. */
const valid = () => form.checkValidity() && form.bits.selectedIndex >= 0;

function restore() {
  const asked = new URLSearchParams(location.search);
  for (const name of fields) {
    if (!asked.has(name)) continue;
    if (name === "centre") form.centre.checked = asked.get(name) === "1";
    else form[name].value = asked.get(name);
  }
  if (asked.has("rate") && valid()) compute();
}

form.chip.addEventListener("change", () => {
  if (!form.chip.value) return;
  const { centre, ...known } = JSON.parse(form.chip.value);
  for (const [name, value] of Object.entries(known)) form[name].value = value ?? "";
  form.centre.checked = centre;
});
form.addEventListener("submit", event => {
  event.preventDefault();
  const asked = new URL(location.href);
  for (const name of fields) asked.searchParams.set(name, name === "centre" ? Number(form.centre.checked) : form[name].value);
  asked.hash = "what-if";
  history.replaceState(null, "", asked);
  compute();
});
form.hidden = false;
form.previousElementSibling.hidden = true;
restore();

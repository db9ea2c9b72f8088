/* What the law makes of an item on a day: the order of decision of macros/law/policy.py, on the data of /data/thresholds.json.
   No number of the law stands here. A step is {question, answer, rule, paragraph, about, named, closed_by, reasons}. */

const TESTS = {
  at_least: (value, limit) => value >= limit, above: (value, limit) => value > limit,
  below: (value, limit) => value < limit, at_most: (value, limit) => value <= limit,
};
const FREE = "no-licence", OPEN = "cannot-be-computed", IF = "case-by-case-if-gates-met";
const REVIEWED = ["presumption-of-denial", "case-by-case", IF];

const same = (quantity, value, limit) => ({ quantity, value, bound: "is", limit, holds: value === null ? null : value === limit });
const step = (question, answer, rule, paragraph, about, reasons, named = false, closed_by = "") =>
  ({ question, answer, rule: rule ?? null, paragraph: paragraph ?? "", about: about ?? "", reasons: reasons ?? [], named, closed_by });
const status = (kind, decided, steps) => ({ kind, decided, steps });
const unique = reasons => [...new Map(reasons.map(reason => [JSON.stringify(reason), reason])).values()];

/* Whether a whole group holds (null: a figure that decides is not known), and the comparisons that say so. */
function groupHolds(item, group) {
  const reasons = Object.entries(group.bounds).flatMap(([quantity, bounds]) => Object.entries(bounds).map(([bound, limit]) => {
    const value = item.quantities[quantity];
    return { quantity, value, bound, limit, holds: value === null ? null : TESTS[bound](value, limit) };
  }));
  if (group.data_centre !== null) reasons.push(same("data_centre", item.data_centre, group.data_centre));
  const answers = reasons.map(reason => reason.holds);
  if (answers.includes(false)) return { holds: false, reasons: reasons.filter(reason => reason.holds === false) };
  return { holds: answers.includes(null) ? null : true, reasons };
}

function match(item, effect) {
  if (item.id && (effect.products ?? []).includes(item.id)) return { holds: true, group: null, named: true, reasons: [] };
  const results = effect.groups.map(group => ({ group, named: false, ...groupHolds(item, group) }));
  return results.find(result => result.holds === true) ?? results.find(result => result.holds === null)
    ?? { holds: false, group: null, named: false, reasons: unique(results.flatMap(result => result.reasons)) };
}

/* Of each control, letter and exception the latest effect that has begun, in the order in which they first appeared. */
const latest = (effects, name) => [...new Map(effects.map(effect => [effect[name], effect])).values()];

const renumbered = (effect, day) => ({ ...effect, paragraph: (effect.renumbered.filter(change => change.since <= day).at(-1) ?? effect).paragraph });

export function inForce(law, day) {
  const begun = effects => effects.filter(effect => effect.start <= day);
  return {
    severity: law.severity,
    hair: law.hair,
    requirements: latest(begun(law.licence_requirements), "control").map(effect => renumbered(effect, day)),
    letters: latest(begun(law.letters), "control").filter(letter => letter.until === null || day <= letter.until),
    exceptions: latest(begun(law.licence_exceptions), "exception"),
    changes: begun(law.review_changes),
    duties: begun(law.duties),
    foreign: begun(law.foreign_direct_products),
  };
}

const dayAfter = day => new Date(Date.parse(day) + 864e5).toISOString().slice(0, 10);

/* The days from which on an effect holds, or a letter no longer does. */
export function turns(law) {
  const effects = Object.values(law).filter(Array.isArray).flat().filter(effect => effect.start);
  return effects.flatMap(({ start, until }) => until ? [start, dayAfter(until)] : [start]);
}

export function decide(item, law, day, application) {
  if (item.known_from && item.known_from > day.slice(0, item.known_from.length)) {
    const unknown = step("known", false);
    return status("not-known-yet", unknown, [unknown]);
  }
  if (!item.exported_from_us) {
    const foreign = law.foreign.at(-1), made = step("exported", false, foreign?.rule, foreign?.paragraph);
    return status("not-exported-from-us", made, [made, ...(foreign ? law.requirements.map(effect => caughtBy(item, effect)) : [])]);
  }
  const letter = reachedBy(item, law), found = controlled(item, law, letter, application);
  if (found.kind === FREE && letter && letter.answer !== false)
    return status(letter.answer ? "letter" : OPEN, letter, [...found.steps, letter]);
  if (found.kind === OPEN && letter?.named) return status("letter", letter, [...found.steps, letter]);
  if (letter && letter.answer !== false && REVIEWED.includes(found.kind))
    return { ...found, steps: [...found.steps, { ...letter, question: "letter-too" }] };
  return letter && found.kind === FREE ? { ...found, steps: [...found.steps, letter] } : found;
}

function caughtBy(item, effect) {
  const found = match(item, effect);
  return step("control", found.holds, effect.rule, found.group?.paragraph ?? effect.control, effect.control, found.reasons, found.named);
}

function controlled(item, law, letter, application) {
  const asked = law.requirements.map(effect => ({ effect, caught: caughtBy(item, effect) }));
  const missed = asked.map(({ caught }) => caught).filter(caught => caught.answer === false && caught.reasons.length);
  let result = status(FREE, missed[0] ?? null, missed);
  const found = asked.filter(({ caught }) => caught.answer !== false).map(({ effect, caught }) => {
    const review = reviewed(item, law, effect, caught, application), would = admitted(item, law, effect, review, caught, letter, application);
    return { caught, would, severest: would.kind === OPEN ? review : would, order: 2 * (caught.answer === null) + (would.kind === OPEN) };
  });
  for (const { caught, would, severest } of found.sort((one, other) => one.order - other.order))
    if (law.severity.indexOf(severest.kind) < law.severity.indexOf(result.kind)) result = caught.answer ? would : status(OPEN, caught, [caught]);
  return result;
}

function admitted(item, law, effect, review, caught, letter, application) {
  let result = review;
  for (const exception of law.exceptions) {
    const asked = excepted(item, exception, effect.control, letter, application);
    if (asked?.answer === false) result = { ...result, steps: [asked, ...result.steps] };
    else if (asked) return status(asked.answer ? `licence-exception-${exception.exception.toLowerCase()}` : OPEN, asked, [caught, asked]);
  }
  return { ...result, steps: [caught, ...result.steps] };
}

function excepted(item, exception, control, letter, application) {
  const rows = exception.admits.filter(row => row.control === control);
  if (!rows.length) return null;
  const reasons = rows.filter(row => row.data_centre !== null).map(row => same("data_centre", item.data_centre, row.data_centre));
  const answers = reasons.map(reason => reason.holds);
  let answer = answers.includes(false) ? false : answers.includes(null) ? null : true, closed = "";
  if (answer !== false && application.exception_refused) [answer, closed] = [false, "refusal"];
  else if (answer !== false && exception.closed_by_letter && letter && letter.answer !== false) [answer, closed] = letter.answer ? [false, "letter"] : [null, "letter-unknown"];
  return step("exception", answer, exception.rule, exception.paragraph, exception.exception, reasons, false, closed);
}

function reviewed(item, law, effect, caught, application) {
  let decided = status(effect.policy, { ...caught, paragraph: effect.paragraph }, []);
  for (const change of law.changes.filter(change => change.controls.includes(effect.control))) {
    const found = application.is_export ? match(item, change) : { holds: false, named: false, reasons: [same("export", false, true)] };
    const asked = step("review", found.holds, change.rule, change.paragraph, change.policy, found.reasons, found.named);
    const inside = gated(item, change, asked, decided.kind, application);
    if (found.holds === false) decided = status(decided.kind, asked, [asked]);
    else if (found.holds || inside.kind === decided.kind) decided = { ...inside, steps: [asked, ...inside.steps] };
    else decided = status(OPEN, asked, [asked]);
  }
  return decided;
}

const ANSWERS = { "met": true, "not-met": false, "unknown": null };

function gated(item, change, asked, otherwise, application) {
  const outcome = gate => application.gates[gate.id] ?? item.gates[gate.id] ?? (gate.kind === "product" ? "unknown" : null);
  const steps = change.gates.filter(outcome).map(gate => step("gate", ANSWERS[outcome(gate)], change.rule, gate.paragraph, gate.id));
  const failed = steps.find(gate => gate.answer === false);
  if (failed) return status(otherwise, failed, steps);
  const open = change.policy === "case-by-case" && steps.some(gate => gate.answer === null);
  return status(open ? IF : change.policy, asked, steps);
}

const addressed = (item, letter) =>
  ({ ...same("maker", item.maker, letter.addressee), ...(letter.may_bind.includes(item.maker) ? { holds: null } : {}) });

function reachedBy(item, law) {
  const steps = [...law.letters].reverse().flatMap(letter => {
    const found = match(item, letter), maker = addressed(item, letter);
    if (!found.named && maker.holds === false) return [];
    const reasons = found.named || found.holds === false ? found.reasons : [...found.reasons, maker];
    const answer = found.holds && !found.named ? maker.holds : found.holds;
    return [step("letter", answer, letter.rule, letter.paragraph, letter.addressee, reasons, found.named)];
  });
  for (const wanted of [true, null, false])
    for (const asked of steps) if (asked.answer === wanted) return asked;
  return null;
}

/* The nearest line in force that would change the status if one figure alone came to lie on its other side. */
export function margin(item, law, day, application) {
  const now = decide(item, law, day, application).kind;
  if (["not-known-yet", "not-exported-from-us", OPEN].includes(now)) return null;
  let nearest = null;
  for (const effect of [...law.requirements, ...law.letters, ...law.changes])
    for (const group of effect.groups)
      for (const [quantity, bounds] of Object.entries(group.bounds))
        for (const [bound, limit] of Object.entries(bounds)) {
          const value = item.quantities[quantity];
          if (!limit || value === null) continue;
          const share = value / limit - 1;
          if (nearest && Math.abs(share) >= Math.abs(nearest.share)) continue;
          const moved = moveTo(item, quantity, across(value, bound, limit, law.hair));
          if (decide(moved, law, day, application).kind !== now) nearest = { quantity, value, limit, share };
        }
  return nearest;
}

function across(value, bound, limit, hair) {
  const onIt = bound === "at_least" || bound === "at_most";
  if (TESTS[bound](value, limit) !== onIt) return limit;
  return limit * (bound === "at_least" || bound === "below" ? 1 - hair : 1 + hair);
}

function moveTo(item, quantity, value) {
  const found = { ...item.quantities, [quantity]: value }, before = item.quantities[quantity];
  if (quantity === "total_processing_performance" && found.performance_density !== null) found.performance_density *= value / before;
  if (["memory_bandwidth", "interconnect_bandwidth"].includes(quantity) && found.memory_and_interconnect !== null)
    found.memory_and_interconnect += value - before;
  return { ...item, quantities: found };
}

/* The band of a duty in which an item lies; open: a figure that decides is not known; null: none. */
export function duty(item, law) {
  const found = law.duties.map(effect => ({ effect, ...match(item, effect) }));
  const band = found.find(({ holds }) => holds);
  if (band) return { open: false, rule: band.effect.rule, rate: band.effect.rate, paragraph: band.group.paragraph, exemptions: band.effect.exemptions, reasons: band.reasons };
  return found.some(({ holds }) => holds === null) ? { open: true } : null;
}

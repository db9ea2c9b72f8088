/* How the search reads words: the twin of macros/wording/spelling.py, by the rules that the index was made with. */
const END = "q", WHOLE = "zzname", FACET = "zz", LONGEST = 100;

export const whole = words => WHOLE + words.join("").replaceAll(".", "");
export const facet = (name, value) => FACET + name + value.replaceAll("-", "");

export function spelling({ letters, removed, word: pattern, particle, common, same, names }) {
  const taken = removed.map(each => new RegExp(each, "gu"));
  const single = new RegExp(pattern, "gu"), start = new RegExp(particle, "u"), passed = new Set(common.split(" "));
  const lines = same.map(line => line.split(" "));
  const stands = new Map(lines.flatMap(([first, ...others]) => others.map(form => [form, first])));
  const known = new Set([...names.split(" "), ...[...stands.keys()].filter(form => !form.endsWith("*"))]);

  function forms(text) {
    const plain = Array.from(text.toLowerCase(), letter => letters[letter] ?? letter).join("");
    return taken.reduce((rest, each) => rest.replace(each, ""), plain).match(single)?.filter(form => [...form].length <= LONGEST) ?? [];
  }

  /* A form, and what is left of it for each particle taken away. */
  function stages(form) {
    const shorter = form.replace(start, "");
    return shorter === form ? [form] : [form, ...stages(shorter)];
  }

  /* The word that stands for a form: the one of its line, or what is left at last; none for a common word. */
  function read(form) {
    for (const stage of stages(form)) {
      if (passed.has(stage)) return "";
      if (stands.has(stage)) return stands.get(stage);
      for (let length = stage.length; length > 1; length--) {
        const first = stands.get(`${stage.slice(0, length)}*`);
        if (first) return first;
      }
    }
    return stages(form).at(-1);
  }

  const ended = word => (/\d$/.test(word) ? word + END : word);

  /* The word for a form as it is looked up. */
  const word = form => ended(read(form));

  /* The words of a text, each with the form that stands there, and whether another stands for it. */
  const words = text => forms(text).filter(read)
    .map(form => ({ form, word: word(form), isAnother: read(form) !== stages(form).at(-1) }));

  /* Whether a form is written so in a name or in a line of the same words. */
  const isKnown = form => stages(form).some(stage => known.has(stage));

  /* The known form that a misspelt one is nearest to: one letter off, or two where it is long; none if none is near. */
  function nearest(form) {
    let best = "", least = form.length < 4 ? 0 : form.length < 8 ? 2 : 3;
    for (const stage of stages(form))
      for (const other of known) {
        const off = distance(stage, other, least);
        if (off < least && (off < 2 || stage[0] === other[0])) { least = off; best = other; }
      }
    return best;
  }

  /* The word of the shortest known form that begins as what is typed so far. */
  function begun(form) {
    const longer = [...known].filter(other => stages(form).some(stage => stage.length > 1 && other.startsWith(stage)));
    return word(longer.sort((a, b) => a.length - b.length)[0] ?? "");
  }

  return { words, word, isKnown, nearest, begun };
}

/* Letters to add, drop, exchange or swap between two words; what reaches `limit` counts as that. */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) >= limit) return limit;
    [before, row] = [row, next];
  }
  return row[b.length];
}

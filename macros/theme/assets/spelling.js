/* How the search reads words: the twin of macros/wording/spelling.py, by the same rules. */
export function reader({ letters, removed, word, particle, common, same }) {
  const taken = removed.map(pattern => new RegExp(pattern, "gu"));
  const single = new RegExp(word, "gu"), start = new RegExp(particle, "u"), passed = new Set(common);

  function forms(text) {
    const plain = Array.from(text.toLowerCase(), letter => letters[letter] ?? letter).join("");
    return taken.reduce((rest, pattern) => rest.replace(pattern, ""), plain).match(single) ?? [];
  }

  /* The word that stands for a form: for each particle taken away the one of its line; or what is left at last. */
  function known(form) {
    while (!passed.has(form)) {
      if (same[form]) return same[form];
      for (let length = form.length; length > 1; length--) {
        const first = same[`${form.slice(0, length)}*`];
        if (first) return first;
      }
      const shorter = form.replace(start, "");
      if (shorter === form) return form;
      form = shorter;
    }
    return "";
  }

  return text => forms(text).map(known).filter(Boolean);
}

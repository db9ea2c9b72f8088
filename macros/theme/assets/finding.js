/* Finds entries for a query, as a worker of search.js. Pagefind looks each word up; here is decided which words are looked
   up, and what those found for several of them are worth together. */
import { facet, spelling, whole } from "./spelling.js";

const SHORT = 4; /* so many words may be a whole name */
const FAINT = .2; /* of the share that the best hit has of a query; what has less is no hit */
const NOISE = .05; /* in what is found for a word, the rest only begins with it */
const EFFORT = 8e6; /* Pagefind's work for a word grows with the square of the entries that have it; so much is done at once */
const LITTLE = 5e5; /* and so much for a query of many words, which tell enough without those that most entries have */
const LEAD = 32; /* words of the sentence under a title that are shown */
const RANKING = {
  termSimilarity: 5, pageLength: 0, termSaturation: 2, termFrequency: 1,
  metaWeights: { title: 0, lead: 0, kind: 0, date: 0, judged: 0, mark: 0 },
};

/* Pagefind remembers a part that it could not load, and says nothing: so what fails is noted here. */
let failure;
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response;
  } catch (error) {
    failure = error;
    throw error;
  }
};

async function open(index) {
  const [{ createInstance }, rules] = await Promise.all([
    import(`${index}pagefind.js`), globalThis.fetch(`${index}words.json`).then(response => response.json()),
  ]);
  return { engine: createInstance({ basePath: index, baseUrl: "/", noWorker: true, ranking: RANKING }), rules, spelled: spelling(rules) };
}

/* The words to look up. One that no entry has is taken for the known form that it is nearest to, and the last, which may
   still be typed, for one that begins so. */
async function lookedUp({ engine, spelled }, read) {
  const corrected = [];
  const words = await Promise.all(read.map(async ({ form, word, isAnother }, place) => {
    if (isAnother || spelled.isKnown(form) || (await engine.search(`"${word}"`)).results.length) return word;
    const begun = place === read.length - 1 && spelled.begun(form);
    if (begun) return begun;
    const near = spelled.nearest(form);
    if (near) corrected.push(near);
    return spelled.word(near);
  }));
  return { words: words.filter(Boolean), corrected };
}

/* Of a query's words the rarest, as many as can be looked up in a moment: of a few all but in a very large index. */
function affordable(words, having) {
  const times = word => (Object.hasOwn(having, word) ? having[word] : 0);
  const ordered = [...words].sort((a, b) => times(a) - times(b));
  let effort = 0;
  return ordered.filter((word, place) => (effort += times(word) ** 2) <= (place < SHORT ? EFFORT : LITTLE) || place === 0);
}

/* All entries that have some of the words, best first: what each word is worth in it, times the share of words it has. */
async function find({ engine, rules, spelled }, query, facets) {
  const filter = Object.entries(facets).map(([name, value]) => facet(name, value));
  const read = spelled.words(query), { words, corrected } = await lookedUp({ engine, spelled }, read);
  if (!words.length) return { hits: read.length || !filter.length ? [] : (await engine.search(filter.join(" "))).results, words, corrected };
  const single = affordable([...new Set(words)], rules.having);
  const named = words.length <= SHORT ? [whole(words)] : [];
  const found = await Promise.all([...single, ...named].map(word => engine.search([word, ...filter].join(" "))));
  const entries = new Map();
  let all = 0;
  for (const [place, { results }] of found.entries()) {
    const hits = results.filter(({ score }) => score > 0), best = hits[0]?.score ?? 0;
    const having = hits.filter(({ score }) => score > best * NOISE).length;
    const rarity = place < single.length ? Math.log(1 + (rules.total - having + .5) / (having + .5)) : 0;
    all += rarity;
    for (const hit of hits) {
      const entry = entries.get(hit.id) ?? { hit, score: 0, share: 0 };
      entry.score += hit.score;
      entry.share += rarity * Math.min(1, 4 * hit.score / best);
      entries.set(hit.id, entry);
    }
  }
  const ranked = [...entries.values()].map(({ hit, score, share }) => ({ hit, score: score * share / all, share: share / all }));
  ranked.sort((a, b) => b.score - a.score);
  const most = Math.max(...ranked.map(({ share }) => share));
  const hits = ranked.filter(({ share }) => share >= FAINT * most);
  return { hits: hits.map(({ hit }) => hit), words, corrected, isWhole: most > .99 };
}

/* A text in pieces, those that answer the query marked; of a long one the part that answers most. */
function marked({ spelled }, text, words, most = Infinity) {
  const wanted = new Set(words);
  const pieces = text.split(/(?<=\s)/).map(piece => [piece, spelled.words(piece).some(({ word }) => wanted.has(word))]);
  if (pieces.length <= most) return pieces;
  let from = 0, here = pieces.slice(0, most).filter(([, mark]) => mark).length, best = here;
  for (let start = 1; start + most <= pieces.length; start++) {
    here += pieces[start + most - 1][1] - pieces[start - 1][1];
    if (here > best) { best = here; from = start; }
  }
  const end = from + most;
  return [...(from ? [["… ", false]] : []), ...pieces.slice(from, end), ...(end < pieces.length ? [["…", false]] : [])];
}

async function shown(searcher, hit, words) {
  const { url, meta } = await hit.data();
  const address = url.slice(1).replace(/(#.*)?\.html$/, (_, anchor) => anchor ?? "/");
  return { ...meta, address, title: marked(searcher, meta.title, words), lead: marked(searcher, meta.lead ?? "", words, LEAD) };
}

function hasWasm() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

let opened;
async function answer({ index, query, facets, most }) {
  if (!hasWasm()) return { failed: "noWasm" };
  const searcher = await (opened ??= open(index));
  const { hits, ...told } = await find(searcher, query, facets);
  const shownHits = await Promise.all(hits.slice(0, most).map(hit => shown(searcher, hit, told.words)));
  if (failure) throw failure;
  return { ...told, total: hits.length, hits: shownHits };
}

globalThis.addEventListener?.("message", async ({ data }) => {
  try {
    postMessage(await answer(data));
  } catch {
    postMessage({ failed: "failed" });
  }
});

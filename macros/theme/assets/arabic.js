/* Arabic words as the search compares them. macros/search.py has the same rules; tests/test_search.py holds the two together. */
const WORD = /[\u0621-\u065f\u0670-\u06d3]+/g;
const SILENT = /[\u0640\u064b-\u065f\u0670]/g;
const LEADING = /^(?:(?:ال|[وفبكل])(?=.{3}))+/;
const ENDING = /(.{2})(?:ه|ات)$|(.{3})(?:ون|ين)$/;

/* A word without what is written in several ways or attached to it. */
export function bare(word) {
  const folded = word.replace(SILENT, "").replace(/[أإآٱ]/g, "ا").replace(/[ىی]/g, "ي").replace(/ة/g, "ه");
  return folded.replace(LEADING, "").replace(ENDING, "$1$2");
}

/* A text with its Arabic words made bare. */
export const plain = text => text.replace(WORD, bare);

/* 核稿: a text as a row of letters, and what stands in quotation marks (generator/draft/letters.py). */
const SILENT = new Set("“”‘’\"'「」『』《》〈〉（）()〔〕[]【】、·・•-—–_ \t\u3000\u200b\ufeff"), IS_LETTER = /[\p{L}\p{N}]/u;
const ENDING = /[。！？!?；;\n]/;

const folded = new Map();
/** The letter of a character, "|" for a mark, nothing for what is silent. */
function letterOf(char) {
  let letter = folded.get(char);
  if (letter === undefined) {
    const plain = SILENT.has(char) ? "" : (tables.folds.get(char) || char).normalize("NFKC").toLowerCase();
    const one = plain.length === 1 ? plain : char;
    letter = !plain || SILENT.has(one) ? "" : IS_LETTER.test(one) ? one : "|";
    folded.set(char, letter);
  }
  return letter;
}

/** {row, offsets, parted, ends, lines} of a text, but for what the spans `labels` hold. */
function lettersIn(text, labels = []) {
  const offsets = [], parted = new Set([0]), ends = new Set([0]), lines = new Set([0]), row = [];
  let label = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    while (label < labels.length && labels[label][1] <= at) label++;
    const without = label < labels.length && labels[label][0] <= at, letter = without ? "" : letterOf(char);
    if (letter === "" || letter === "|") {
      if (letter || without || char === "\n") parted.add(row.length);
      if (ENDING.test(char)) ends.add(row.length);
      if (char === "\n") lines.add(row.length);
      continue;
    }
    row.push(letter);
    offsets.push(at);
  }
  parted.add(row.length);
  ends.add(row.length);
  return { row: row.join(""), offsets, parted, ends, lines };
}
/** The span of the text that letters come from. */
function spanOf({ offsets }, first, last) {
  if (first < last) return [offsets[first], offsets[last - 1] + 1];
  const at = first < offsets.length ? offsets[first] : offsets.length ? offsets[offsets.length - 1] + 1 : 0;
  return [at, at];
}
/** The first letter at an offset or behind it. */
function firstAt({ offsets }, offset) {
  let low = 0, high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < offset) low = middle + 1; else high = middle;
  }
  return low;
}

const CLOSING = { "“": "”", "「": "」", "『": "』", "\"": "\"" };
/** Where words stand in quotation marks, the outermost, in one line. */
function quotedSpans(text) {
  const found = [];
  let opened = [];
  text.replace(/[“”「」『』"\n]/g, (mark, at) => {
    if (mark === "\n") opened = [];
    else if (CLOSING[mark] && (mark !== "\"" || !opened.some(([each]) => each === mark))) opened.push([mark, at]);
    else while (opened.length) {
      const [opening, start] = opened.pop();
      if (CLOSING[opening] === mark) {
        if (!opened.length) found.push([start + 1, at]);
        break;
      }
    }
    return mark;
  });
  return found;
}

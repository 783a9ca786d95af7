/* The engine: all hits of a query, best first, and what to suggest.  Draws nothing. */
// what a hit is worth by the way it was found; its tier and how well it fits come on top
const WORTH = { exact: 800, pinyin: 800, variant: 700, words: 600, paragraph: 400, misprint: 300, most: 200 };
const STOP = /[。！？!?；;…\n]+/, LONG = 16;
const LABELLED = /^\s*(?:第[^第]{1,7}[条條]|[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．])\s*\S/; // articles are stored without their labels
const DATED = /^\s*[\d〇零○OoＯ０-９一二三四五六七八九]{4}\s*(?:年|[-./–—．－]|\d{4}\s*$)|^\s*[\d０-９一二三四五六七八九十]{1,3}\s*月.*[日号]\s*$/;
const sentencesOf = (query) => query.split(STOP).map((sentence) => fold(plain(sentence))).filter(Boolean);
/** Whether a query may run over sentences: it holds a stop, begins with a label, or is long. */
const isPassage = (query, whole) => whole.length > LONG || LABELLED.test(query) || sentencesOf(query).length > 1;

const CLAUSES = /[，。；：！？]/; // an alias with such a mark is a stretch of text, no term that one would look for
const COUNTED = /[0-9a-z零〇一二三四五六七八九十百千两]/;
const LONGEST = 20000; // letters of a query: a passage of many pages
const FUNCTION_WORDS = /^[的地得了着过和与及或之其而且也就都在是有不为以于对把被将从向到由这那]{1,2}$/;

/** Letters of a text as they are compared, and where each starts and ends in it. */
function spell(text) {
  const ends = [], starts = [];
  let all = "", at = 0;
  for (const char of text) {
    const here = fold(letters(char));
    all += here;
    for (let i = 0; i < here.length; i++) { starts.push(at); ends.push(at + char.length); }
    at += char.length;
  }
  return { all, starts, ends };
}
/** Where phrases stand in a text: [start, end] pairs, in order and apart. */
function locate(text, phrases) {
  const { all, starts, ends } = spell(text), spans = [];
  for (const phrase of phrases) for (let i = -1; (i = all.indexOf(phrase, i + 1)) >= 0;) spans.push([starts[i], ends[i + phrase.length - 1]]);
  return spans.sort((a, b) => a[0] - b[0]).reduce((kept, [start, end]) => {
    const last = kept[kept.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end); else kept.push([start, end]);
    return kept;
  }, []);
}

/** A hit as it is handed out; every second of its `parts` is to be marked. */
function present({ unit, how, exact, score, phrases, run }) {
  if (run) return window.kbEngine.rare.presentRun(run, score);
  const text = unit.view, spans = locate(unit.text, phrases), show = (some) => some.split(BREAK).join(" · ");
  const [start, end] = spans[0] || [0, 0], from = start < 40 ? 0 : start - 32, to = Math.min(text.length, Math.max(from + 110, end + 32));
  const parts = [];
  let at = from;
  for (const [start, end] of spans) if (end <= to) { parts.push(show(text.slice(at, start)), show(text.slice(start, end))); at = end; }
  parts.push(show(text.slice(at, to)) + (to < text.length ? "…" : ""));
  if (from) parts[0] = `…${parts[0]}`;
  return {
    id: unit.id, number: unit.number, url: `${root}${unit.page}${unit.anchored ? `#${unit.id}` : ""}`, title: unit.title, snippet: parts.join(""), kind: m.kinds[unit.tier],
    exact, score, how, parts, text: show(text), words: [...new Set(spans.map(([start, end]) => text.slice(start, end)))],
  };
}

/** How close together the words stand: 1 side by side, near 0 far apart. */
function nearness(text, [first, ...others]) {
  let best = Infinity;
  for (let at = -1; (at = text.indexOf(first, at + 1)) >= 0;) {
    const ends = [at, at + first.length];
    for (const word of others) {
      const before = text.lastIndexOf(word, at), after = text.indexOf(word, at), near = before < 0 || (after >= 0 && after - at < at - before) ? after : before;
      ends.push(near, near + word.length);
    }
    best = Math.min(best, Math.max(...ends) - Math.min(...ends));
  }
  return Math.min(1, [first, ...others].join("").length / best);
}

let coming;
/** Loads what few queries need (search-kit.js). */
const openRare = () => coming = coming || script(`${root}assets/js/search-rare.js`).then(() => window.kbEngine.rare, (error) => { coming = null; throw error; });

/** What a query names: articles by their number, divisions and the like; `note` tells what there is not. */
async function named(query) {
  const whole = fold(plain(query)), fixed = ({ named }) => named.some(([forms]) => forms.split(" ").some((form) => form && whole.endsWith(fold(form))));
  if (whole.length > 40 || !(COUNTED.test(whole) || m.bases.some(fixed))) return [];
  return (await openRare()).named(query);
}

/** Why a query can't be answered, and what to do; empty where it can. */
function unanswerable(query, whole) {
  if (!whole) return query.trim() && "只有标点符号，无从查起，请输入要找的字词";
  return FUNCTION_WORDS.test(whole) ? `“${query.trim()}”太常用，单独查没有用处，请连同前后的字一起输入` : "";
}

/** All hits, best first.  Options: limit (stop early), quick (a limit
 * that suits the size of the index), kind, article (its id: only what is linked to it).
 * `note` of what comes back is a line to the reader. */
async function search(query, { limit = Infinity, kind, article, quick } = {}) {
  await open();
  if (quick) limit = m.grams ? 10 : 60;
  query = String(query).slice(0, LONGEST).split(BREAK).join(" ");
  const literal = plain(query), whole = fold(literal), found = new Map();
  let complete = true, note = unanswerable(query, whole);
  if (note || !whole) return Object.assign([], { complete, note });
  const linked = article && new Set(rising(numbers(await load(`a-${article}`).catch(() => ""))));
  const allowed = (number) => (!linked || linked.has(number)) && (!kind || m.kinds[tierOf(number)] === kind);
  const direct = article || (kind && kind !== "article") ? [] : await named(query);
  const full = () => found.size + direct.length >= limit;
  const add = (unit, how, exact, fit, phrases, run) => {
    if (!found.has(unit.number)) found.set(unit.number, { unit, how, exact, phrases, run, score: WORTH[how] + 10 * (m.kinds.length - unit.tier) + fit });
  };
  const density = (unit, phrase) => 9 * phrase.length / norm(unit).length;
  const strict = (text) => [...text].some((char) => m.strict.has(char));
  note = direct.note;

  const other = [], job = { query, whole, sentences: sentencesOf(query), allowed, add, hold, full, density, found };
  const long = m.grams && whole.length > LONG; // its few rarest pairs lead to it, within one sentence and over several

  if (!long) complete = await walk(candidates([whole]), allowed, (unit) => norm(unit).includes(whole) && hold(unit), full);
  settle();
  const any = found.size > 0, passage = long || isPassage(query, whole) && (!any || job.sentences.length > 1), spelt = LATIN.test(literal), dated = DATED.test(query);
  const { byDate, byPassage, bySentences, bySound } = !full() && (passage || spelt || dated) ? await openRare() : {};
  if (dated && !full()) await byDate(job, any);
  if (passage && !full()) complete = await byPassage(job);
  settle();
  if (![...found.values()].some((one) => one.run)) {
    if (spelt && !full()) complete = await bySound(job, !found.size) && complete;
    const asked = query.split(/\s+/).map((word) => fold(plain(word))).filter(Boolean).sort((a, b) => b.length - a.length).slice(0, 8);
    const pasted = job.sentences.length > 1 && whole.length > 4 * LONG; // its lines are no words
    if (asked.length > 1 && !pasted && !full()) await byWords(asked);
    if (whole.length > 3 && whole.length < 100 && !dated && !full()) await (await openRare()).byLikeness(job);
    if (passage && job.sentences.length > 1 && !full()) await bySentences(job);
    if (job.sentences.length > 1 && found.size && ![...found.values()].some((one) => one.exact)) note = "没有整段相同的文字，以下只有部分相同";
  }
  if (!direct.length && ![...found.values()].some((one) => one.exact)) note = note || direct.lacking;
  const hits = [...found.values()].sort((a, b) => b.exact - a.exact || b.score - a.score || a.unit.number - b.unit.number).map(present);
  return Object.assign([...direct, ...hits].slice(0, limit), { complete, note });

  /** Takes what holds the query: as it stands, or else in the other script. */
  function hold(unit) {
    const own = plain(unit.text);
    if (own.includes(literal) || strict(literal) || strict(own)) add(unit, "exact", true, density(unit, whole), [whole]);
    else other.push(unit);
  }
  /** Adds what holds the query in the other script: exact where nothing is as it stands. */
  function settle() {
    const any = found.size > 0;
    other.splice(0).forEach((unit) => add(unit, any ? "variant" : "exact", !any, density(unit, whole), [whole]));
  }

  /** All words in a sentence; then all in a paragraph. */
  async function byWords(asked) {
    await walk(candidates(asked), allowed, (unit) => asked.every((word) => norm(unit).includes(word)) && add(unit, "words", false, 40 * nearness(norm(unit), asked), asked), full);
    const seen = new Set();
    await walk(candidates(asked.slice(0, 1)), allowed, (unit, units, at) => {
      let start = at, end = at + 1;
      while (start && !units[start].opens) start--;
      while (end < units.length && !units[end].opens) end++;
      const all = units.slice(start, end).map(norm).join(BREAK), key = units[start].number;
      if (!seen.has(key) && norm(unit).includes(asked[0]) && asked.every((word) => all.includes(word))) add(unit, "paragraph", false, 0, asked);
      if (found.has(unit.number)) seen.add(key);
    }, () => full() || seen.size > 99);
  }
}

let words;
/** The words that are known: terms, which have an address, and what recurs in the texts. */
async function openWords() {
  const shown = forms && await load("hw", forms);
  return words = words || (await load("w")).map((line, i) => {
    const [word, reading, id] = line.split("\t");
    return { word: shown ? shown[i] : word, norm: fold(plain(word)), reading: reading.split(" "), url: id && `${root}${m.terms}#${id}` };
  });
}

/** Terms that begin with, hold or sound like what is typed, then titles that hold it; with `near`, terms that share its characters. */
async function suggest(query, near) {
  await open();
  const asked = fold(plain(query));
  if (unanswerable(query, asked) || !asked) return [];
  const worth = ({ norm, reading }) => {
    if (near) return [...norm].filter((char) => asked.includes(char)).length / (norm.length + asked.length) - 0.15;
    const at = norm.indexOf(asked), spelt = LATIN.test(asked) && [reading.join(""), reading.map((one) => one[0]).join("")].findIndex((all) => all.startsWith(asked));
    return at < 0 ? (spelt === false || spelt < 0 ? 0 : 3 - spelt) : at ? 4 : 5;
  };
  const good = (await openWords()).filter((word) => word.url && !CLAUSES.test(word.word)).map((word) => [worth(word), word]).filter((one) => one[0] > 0);
  return [...good.sort((a, b) => b[0] - a[0]).slice(0, 6).map((one) => one[1]), ...near ? [] : await titles(asked, 4)];
}

/** Titles of documents and reports that hold what is asked, `most` of them. */
async function titles(asked, most) {
  const isTitle = (number) => [0, 3].includes(tierOf(number)), found = [];
  if (asked.length < 2 || asked.length > LONG * 2) return found;
  for await (const batch of candidates([asked])) {
    for (const number of batch.filter(isTitle)) {
      const unit = await unitAt(number);
      if (norm(unit).includes(asked) && (unit.tier || !unit.anchored) && found.length < most) found.push({ word: unit.view, url: root + unit.page, title: true });
    }
    if (found.length >= most || batch[batch.length - 1] >= m.tiers[4]) break;
  }
  return found;
}

window.kbEngine = {
  search, suggest, facts, named: (query) => open().then(() => named(query)), articles: () => open().then(() => m.bases),
  kit: { beside, candidates, each, entry, fold, forms, letters, load, LATIN, norm, numbers, openWords, outline: () => m, pairs, part, place, plain, rising, root, spell, STOP, unitAt, walk },
};

/* Finds units in the shards of search/ (see generator/outputs/search/shards.py), which it loads
   by script tags as a query needs them.  Draws nothing. */
(() => {
"use strict";
const BREAK = "\x1f", ALONE = "\u25a1", STOPS = 59, GOES = 31, LATIN = /[a-z]/, LETTER = /[\p{L}\p{N}\x1f]/u;
// what a hit is worth by the way it was found; its tier and how well it fits come on top
const WORTH = { exact: 800, pinyin: 800, variant: 700, words: 600, paragraph: 400, misprint: 300, most: 200 };
const { root, folder, forms } = window.kbPlaces; // forms: shards that turn what is shown into traditional characters

// --- shards

const promised = {}, arrived = {};
window.kbShard = (name, content) => arrived[name] && arrived[name](content);

function load(name, from = folder) {
  return promised[name] = promised[name] || new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    arrived[name] = resolve;
    tag.onerror = () => { delete promised[name]; reject(Error(name)); };
    tag.charset = "utf-8";
    tag.src = `${from}${name}.js`;
    document.head.append(tag);
  });
}

const symbols = [...Array(93).keys()].map((i) => String.fromCharCode(i + 33)).filter((char) => !'"\\<'.includes(char));
const values = [];
symbols.forEach((char, i) => { values[char.charCodeAt()] = i; });

/** The numbers of a packed list (packing.py); `rising` sums them up. */
function numbers(code) {
  const found = [];
  let high = 0;
  for (let i = 0; i < code.length; i++) {
    const value = values[code.charCodeAt(i)];
    if (value < STOPS) { found.push(high * STOPS + value); high = 0; } else high = high * GOES + value - STOPS + 1;
  }
  return found;
}
const rising = (gaps, after = -1) => gaps.map((gap) => after += gap + 1);

let m, form, opened; // the outline: sizes, tiers, characters, folds; the usual traditional forms
const open = () => opened = opened || begin().catch((error) => { opened = null; throw error; });
async function begin() {
  const it = await load("m"), table = (text) => (text.match(/../gu) || []).map((two) => [...two]);
  if (forms) {
    const shown = await load("h", forms);
    form = new Map(table(shown.forms));
    it.bases = shown.bases;
  }
  it.firsts = rising(numbers(it.blocks));
  it.total = it.tiers[it.kinds.length];
  it.rank = new Map([...it.chars].map((char, i) => [char, i + 1]));
  it.folds = new Map([...table(it.loose), ...table(it.strict)]);
  it.strict = new Set(table(it.strict).map((two) => two[0]));
  m = it;
}

/** A text as it is shown: in the traditional edition with other characters, as many. */
async function turn(name, text) {
  if (!forms) return text;
  const [places, others] = await load(name, forms), all = [...text].map((char) => form.get(char) || char), chars = [...others];
  rising(numbers(places)).forEach((at, i) => { all[at] = chars[i]; });
  return all.join("");
}

/** The index of the last of a rising list that is not above `number`. */
function place(list, number) {
  let low = 0, high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (list[middle] <= number) low = middle; else high = middle;
  }
  return low;
}

/** Numbers by the stretch of a rising list that they fall in. */
function group(all, starts) {
  const groups = new Map();
  for (const number of all) {
    const index = place(starts, number);
    groups.set(index, [...groups.get(index) || [], number]);
  }
  return [...groups];
}
const both = (some, others) => some.filter((number) => others[place(others, number)] === number);

// --- what is compared: letters and digits in one width, case and script (normal.py)

const known = new Map();
function letters(char) {
  if (!known.has(char)) known.set(char, [...char.normalize("NFKC").toLowerCase()].filter((c) => LETTER.test(c)).join(""));
  return known.get(char);
}
const each = (text, change) => { let all = ""; for (const char of text) all += change(char); return all; };
const plain = (text) => each(text, letters);
const fold = (text) => each(text, (char) => m.folds.get(char) || char);
const norm = (unit) => unit.norm = unit.norm || fold(plain(unit.text));
const pairs = (text) => [...text].map((char, i, all) => char + (all[i + 1] || "")).slice(0, -1);

// --- stored text (blocks.py)

const blocks = [];
async function block(index) {
  if (blocks[index]) return blocks[index];
  let number = m.firsts[index], page, title, id = "";
  const units = [], text = await load(`t${index}`), views = (await turn(`h${index}`, text)).split("\n");
  text.split("\n").forEach((line, i) => {
    const mark = line[0], text = line.slice(1), view = views[i].slice(1);
    if (mark === "=") [page, title] = view.split("\t");
    else if (mark === "#") id = text;
    else {
      units.push({ number, id, text, view, page, title, tier: place(m.tiers, number++), opens: mark !== "-", anchored: mark !== "!" });
      id = id.replace(/\d+$/, (last) => +last + 1);
    }
  });
  return blocks[index] = units;
}

/** Calls visit(unit, its block's units, index) in order; false where `enough` stopped it. */
async function walk(batches, allowed, visit, enough = () => false) {
  for await (const batch of batches) {
    const wanted = group(batch.filter(allowed), m.firsts);
    while (wanted.length) {
      const some = wanted.splice(0, 4), texts = await Promise.all(some.map(([index]) => block(index)));
      some.forEach(([index, numbers], i) => numbers.forEach((number) => visit(texts[i][number - m.firsts[index]], texts[i], number - m.firsts[index])));
      if (enough()) return false;
    }
  }
  return true;
}

// --- pairs of characters -> units (grams.py)

/** {count, units} or, of a long list, {count, part, starts}; nothing where there is none. */
async function entry(pair) {
  let [first, second] = pair;
  const home = (first.codePointAt() * 7919 + second.codePointAt() * 104729) % m.grams;
  const line = (await load(`g${home}`)).split("\n").find((each) => each.startsWith(first));
  if (second < "\x80") second = String.fromCharCode(second.charCodeAt() + 0xfee0);
  const at = line ? line.indexOf(second, first.length) : -1;
  if (at < 0) return null;
  const code = /^[!-~]*/.exec(line.slice(at + second.length))[0];
  const [count, part, , start, ...gaps] = code[0] === "~" ? numbers(code.slice(1)) : [];
  if (start !== undefined) return { count, part, starts: [start, ...rising(gaps, start)] };
  const units = rising(numbers(code));
  return { count: units.length, units };
}
const part = async (list, index) => list.units || rising(numbers(await load(`p${list.part + index}`)), list.starts[index] - 1);

async function within(units, list) {
  const kept = [];
  for (const [index, some] of group(units, list.starts)) kept.push(...both(some, await part(list, index)));
  return kept;
}

/** Yields batches of the units that may hold all phrases, in order. */
async function* candidates(phrases) {
  const rarity = (pair) => [...pair].reduce((rank, char) => rank * m.rank.get(char), 1);
  if ([...phrases.join("")].some((char) => !m.rank.has(char))) return;
  const telling = phrases.map((phrase) => pairs(phrase).sort((a, b) => rarity(b) - rarity(a)).slice(0, 8 / phrases.length));
  const lists = await Promise.all(m.grams ? [].concat(...telling).map(entry) : []);
  if (!lists.length) {
    const alone = m.grams && phrases.length && await entry([...phrases[0]][0] + ALONE);
    for (const index of alone ? alone.units : m.firsts.keys()) {
      const first = m.firsts[index];
      yield [...Array((m.firsts[index + 1] || m.total) - first).keys()].map((i) => first + i);
    }
    return;
  }
  if (lists.includes(null)) return;
  lists.sort((a, b) => a.count - b.count);
  const short = lists.filter((list) => list.units).map((list) => list.units), [longest, ...others] = lists;
  if (short.length) yield* batches(short.reduce(both));
  else for (const index of longest.starts.keys()) {
    for (let units of batches(await part(longest, index))) {
      for (const list of others) units = await within(units, list);
      yield units;
    }
  }
}
function* batches(units) {
  for (let i = 0; i < units.length; i += 64) yield units.slice(i, i + 64);
}

// --- pinyin

let readings, syllables, words;
async function openSounds() {
  if (readings) return;
  const found = new Map();
  (await load("r")).replace(/([^a-z,])([a-z,]+)/gu, (all, char, sounds) => found.set(char, sounds.split(",")));
  syllables = new Set([].concat(...found.values()));
  readings = found;
}
async function openWords() {
  const shown = forms && await load("hw", forms);
  return words = words || (await load("w")).map((line, i) => {
    const [word, reading, id] = line.split("\t");
    return { word: shown ? shown[i] : word, norm: fold(plain(word)), reading: reading.split(" "), url: id && `${root}${m.terms}#${id}` };
  });
}

/** Up to 8 ways to cut letters into syllables, long ones first. */
const cuts = { "": [[]] };
function cut(run) {
  return cuts[run] = cuts[run] || [].concat(...[6, 5, 4, 3, 2, 1].map((length) => run.slice(0, length))
    .filter((head, i) => head.length === 6 - i && syllables.has(head))
    .map((head) => cut(run.slice(head.length)).map((rest) => [head, ...rest]))).slice(0, 8);
}

/** What a query with letters may stand for: lists of characters, syllables and initials. */
function patterns(query) {
  let ways = [[]];
  for (const run of query.normalize("NFKC").toLowerCase().replace(/ü/g, "v").match(/[a-z]+|[^a-z]/gu)) {
    const next = LATIN.test(run) ? [...cut(run), [...run]] : [[...fold(plain(run))]];
    ways = [].concat(...ways.map((way) => next.map((more) => [...way, ...more]))).slice(0, 24);
  }
  return ways.filter((way) => way.length > 1);
}
const sounds = (char, wanted, all = readings.get(char) || []) => char === wanted || all.some((one) => wanted[1] ? one === wanted : one[0] === wanted);

/** The words that fit a pattern: whole syllables before initials, as read there before otherwise. */
function fitting(ways, all) {
  const fits = ({ norm, reading }, way, here) => norm.length === way.length && way.every((wanted, i) => sounds(norm[i], wanted, here && [reading[i]]));
  const whole = ways.filter((way) => !way.some((one) => /^[a-z]$/.test(one)));
  for (const some of [whole, ways]) for (const here of [true, undefined]) {
    const found = all.filter((word) => some.some((way) => fits(word, way, here)));
    if (found.length) return [...new Set(found.map((word) => word.norm))].slice(0, 12);
  }
  return [];
}

/** A function that gives the stretch of a text that sounds as asked, or nothing. */
function speaker(ways) {
  const sets = new Map([].concat(...ways).map((wanted) => [wanted, new Set([wanted, ...[...readings.keys()].filter((char) => sounds(char, wanted))])]));
  const tests = ways.map((way) => way.map((wanted) => sets.get(wanted)));
  return (text) => {
    for (const test of tests) for (let at = 0; at + test.length <= text.length; at++) {
      if (test[0].has(text[at]) && test.every((set, i) => set.has(text[at + i]))) return text.slice(at, at + test.length);
    }
    return "";
  };
}

// --- hits

const NUMERAL = "[0-9零〇一二三四五六七八九十百千两]+", inside = (unit) => `(?:第?(${NUMERAL})${unit})?`;
const NUMBERED = RegExp(`^(第|di)?(${NUMERAL}|[a-z]+?)(?:(条|段|tiao)(?:之(${NUMERAL}))?)?(${["款", "项", "目"].map(inside).join("")})$`);
/** The value of a numeral as it counts: 十四 is 14, nothing is 0. */
function value(text = "") {
  let sum = 0, last = 0;
  for (const char of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (unit) { sum += (last || 1) * unit; last = 0; } else last = "零一二三四五六七八九〇".indexOf(char) % 10;
  }
  return +text || sum + last;
}

/** The address of the 款, 项 and 目 asked for (0 where not said), and in which sentence it begins (numbered.py). */
function provision(code, wanted) {
  const at = [0, 0, 0];
  let sentence = 0;
  for (const one of code.match(/[kxm]\d*/g) || ["k"]) {
    const depth = "kxm".indexOf(one[0]);
    sentence += one[1] ? +one.slice(1) : 1;
    at[depth] += 1;
    at.fill(0, depth + 1);
    at[0] = at[0] || 1;
    if (at.every((number, i) => number === wanted[i] || !(i || wanted[0]))) return { sentence, address: at.map((number, i) => number ? "kxm"[i] + number : "").join("") };
  }
  return null;
}

/** The words of a sentence of an article. */
async function wording(id, sentence) {
  let text = "";
  const units = rising(numbers(await load(`a-${id}`))).filter((number) => number < m.tiers[2]);
  await walk([units], () => true, (unit) => { if (unit.id === `${id}-s${sentence}`) text = unit.view; });
  return text;
}

/** What a query names: 第五条, （五）, 5, 意见5, di5tiao, 第七条第二款, 第二条之一, 第二部分, 施行日期;
 * `note` tells what there is not. */
async function named(query) {
  const asked = fold(plain(query)), found = [], notes = [], missing = [];
  const add = (id, place, title, text) => found.push({ id, url: root + place, title, snippet: text, text, parts: [text], words: [], kind: "article", how: "number", exact: true, score: 1000 });
  for (const { names, articles, named } of m.bases) {
    const name = names.map((name) => fold(plain(name))).sort((a, b) => b.length - a.length).find((name) => asked.startsWith(name)) || "";
    const rest = asked.slice(name.length), [whole, sign, number, unit, branch, tail, ...counts] = NUMBERED.exec(rest) || [];
    const key = branch ? `${number}之${branch}` : number, before = found.length;
    for (const [id, page, forms, title, heading, code] of articles) {
      if (!forms.split(" ").includes(key) && fold(plain(title)) !== rest) continue;
      const part = tail && provision(code, counts.map(value));
      if (part) add(`${id}-${part.address}`, `${page}#${part.address}`, `${names[0]}${title}${tail}`, await wording(id, part.sentence) || heading);
      else add(id, page, names[0] + title, heading);
      if (tail && !part) notes.push(`${names[0]}${title}没有${tail}`);
    }
    for (const [forms, place, title, text] of named) if (forms.split(" ").some((form) => fold(form) === rest)) add(place, place, names[0] + title, text);
    if (sign === "第" && unit && found.length === before) missing.push(`${names[0]}共${articles.length}${unit}，没有${rest}`);
  }
  return Object.assign(found, { note: (found.length ? notes : missing).slice(0, 3).join("；") });
}

/** Where phrases stand in a text: [start, end] pairs, in order and apart. */
function locate(text, phrases) {
  const ends = [], starts = [], spans = [];
  let all = "", at = 0;
  for (const char of text) {
    const here = fold(letters(char));
    all += here;
    for (let i = 0; i < here.length; i++) { starts.push(at); ends.push(at + char.length); }
    at += char.length;
  }
  for (const phrase of phrases) for (let i = -1; (i = all.indexOf(phrase, i + 1)) >= 0;) spans.push([starts[i], ends[i + phrase.length - 1]]);
  return spans.sort((a, b) => a[0] - b[0]).reduce((kept, [start, end]) => {
    const last = kept[kept.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end); else kept.push([start, end]);
    return kept;
  }, []);
}

/** A hit as it is handed out; every second of its `parts` is to be marked. */
function present({ unit, how, exact, score, phrases }) {
  const text = unit.view, spans = locate(unit.text, phrases), show = (some) => some.split(BREAK).join(" · ");
  const [start, end] = spans[0] || [0, 0], from = start < 40 ? 0 : start - 32, to = Math.min(text.length, Math.max(from + 110, end + 32));
  const parts = [];
  let at = from;
  for (const [start, end] of spans) if (end <= to) { parts.push(show(text.slice(at, start)), show(text.slice(start, end))); at = end; }
  parts.push(show(text.slice(at, to)) + (to < text.length ? "…" : ""));
  if (from) parts[0] = `…${parts[0]}`;
  return {
    id: unit.id, url: `${root}${unit.page}${unit.anchored ? `#${unit.id}` : ""}`, title: unit.title, snippet: parts.join(""), kind: m.kinds[unit.tier],
    exact, score, how, parts, text: show(text), words: [...new Set(spans.map(([start, end]) => text.slice(start, end)))],
  };
}

/** Whether a stretch of the text is at most one edit away from the phrase (Sellers, 1980). */
function nearly(text, phrase) {
  let row = [...phrase, ""].map((char, i) => i);
  for (const char of text) {
    const next = [0];
    for (let i = 1; i < row.length; i++) next[i] = Math.min(row[i - 1] + (phrase[i - 1] !== char), row[i] + 1, next[i - 1] + 1);
    row = next;
    if (row[phrase.length] < 2) return true;
  }
  return false;
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

/** All hits, best first.  Options: limit (stop early), quick (a limit
 * that suits the size of the index), kind, article (its id: only what is linked to it). */
async function search(query, { limit = Infinity, kind, article, quick } = {}) {
  await open();
  if (quick) limit = m.grams ? 10 : 60;
  query = String(query).slice(0, 200).split(BREAK).join(" ");
  const literal = plain(query), whole = fold(literal), found = new Map();
  const linked = article && new Set(rising(numbers(await load(`a-${article}`).catch(() => ""))));
  const allowed = (number) => (!linked || linked.has(number)) && (!kind || m.kinds[place(m.tiers, number)] === kind);
  const direct = article || (kind && kind !== "article") ? [] : await named(query);
  const full = () => found.size + direct.length >= limit;
  const add = (unit, how, exact, fit, phrases) => {
    if (!found.has(unit.number)) found.set(unit.number, { unit, how, exact, phrases, score: WORTH[how] + 10 * (m.kinds.length - unit.tier) + fit });
  };
  const density = (unit, phrase) => 9 * phrase.length / norm(unit).length;
  const strict = (text) => [...text].some((char) => m.strict.has(char));
  let complete = true;

  if (whole) {
    const other = [];
    complete = await walk(candidates([whole]), allowed, (unit) => {
      if (!norm(unit).includes(whole)) return;
      const own = plain(unit.text);
      if (own.includes(literal) || strict(literal) || strict(own)) add(unit, "exact", true, density(unit, whole), [whole]);
      else other.push(unit);
    }, full);
    const literally = found.size > 0;
    other.forEach((unit) => add(unit, literally ? "variant" : "exact", !literally, density(unit, whole), [whole]));
    if (LATIN.test(literal) && !full()) await bySound(!found.size);
    const asked = query.split(/\s+/).map((word) => fold(plain(word))).filter(Boolean).sort((a, b) => b.length - a.length).slice(0, 8);
    if (asked.length > 1 && !full()) await byWords(asked);
    if (whole.length > 3 && !full()) await byLikeness();
  }
  const hits = [...found.values()].sort((a, b) => b.exact - a.exact || b.score - a.score || a.unit.number - b.unit.number).map(present);
  return Object.assign([...direct, ...hits].slice(0, limit), { complete, note: direct.note });

  async function bySound(exact) {
    await openSounds();
    const ways = patterns(query), resolved = fitting(ways, await openWords());
    for (const word of resolved) {
      complete = await walk(candidates([word]), allowed, (unit) => norm(unit).includes(word) && add(unit, "pinyin", exact, density(unit, word), [word]), full) && complete;
    }
    const anchors = query.split(/[a-z\s]+/i).map((run) => fold(plain(run))).filter((run) => run.length > 1);
    if (!ways.length || (m.grams && !anchors.length && resolved.length)) return;
    const spoken = speaker(ways);
    exact = exact && !resolved.length;
    const source = m.grams && !anchors.length ? [[...Array(m.firsts[8] || m.total).keys()]] : candidates(anchors);
    await walk(source, allowed, (unit) => {
      const word = spoken(norm(unit));
      if (word) add(unit, exact ? "pinyin" : "variant", exact, density(unit, word), [word]);
    }, full);
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

  /** One character wrong or missing; or most of the pairs, the rarer counting more. */
  async function byLikeness() {
    const asked = [...new Set(pairs(whole))], units = asked.map(() => []), held = new Map();
    if (m.grams) await Promise.all(asked.slice(0, 8).map(async (pair, i) => { const list = await entry(pair); if (list) units[i] = await part(list, 0); }));
    else await walk(candidates([]), () => true, (unit) => asked.forEach((pair, i) => norm(unit).includes(pair) && units[i].push(unit.number)));
    const weights = units.map((list) => Math.log(1 + m.total / (1 + list.length))), sum = weights.reduce((a, b) => a + b, 0);
    units.forEach((list, i) => list.forEach((number) => held.set(number, (held.get(number) || 0) + weights[i] / sum)));
    const best = [...held.keys()].filter((number) => allowed(number) && !found.has(number)).sort((a, b) => held.get(b) - held.get(a) || a - b).slice(0, m.grams ? 8 : 200);
    await walk([best], () => true, (unit) => {
      const share = held.get(unit.number), how = nearly(norm(unit), whole) ? "misprint" : share > 0.6 && "most";
      if (how) add(unit, how, false, 20 * share, asked);
    });
  }
}

/** Words that begin with, hold or sound like what is typed; with `near`, that share its characters. */
async function suggest(query, near) {
  await open();
  const asked = fold(plain(query));
  const worth = ({ norm, reading, url }) => {
    if (near) return [...norm].filter((char) => asked.includes(char)).length / (norm.length + asked.length) - 0.15;
    const at = norm.indexOf(asked), spelt = LATIN.test(asked) && [reading.join(""), reading.map((one) => one[0]).join("")].findIndex((all) => all.startsWith(asked));
    return at < 0 ? (spelt === false || spelt < 0 ? 0 : 3 - spelt) : (at ? 4 : 5) + (url ? 0.5 : 0);
  };
  const good = asked ? (await openWords()).map((word) => [worth(word), word]) : [];
  return good.filter((one) => one[0] > 0).sort((a, b) => b[0] - a[0]).slice(0, 6).map((one) => one[1]);
}

window.kbEngine = { search, suggest, articles: () => open().then(() => m.bases) };
})();

/* The shards of search/ (see generator/outputs/search/shards.py), loaded by script tags as a query
   needs them.  The build joins this and the other search-*.js files into one function, the engine
   (generator/outputs/site/delivery.py); what stands here is seen by all of them. */
const BREAK = "\x1f", ALONE = "\u25a1", STOPS = 59, GOES = 31, LATIN = /[a-z]/, LETTER = /[\p{L}\p{N}\x1f]/u;
const { root, folder, forms } = window.kbPlaces; // forms: shards that turn what is shown into traditional characters

// --- shards

const promised = {}, arrived = {}; // by address: shards of several volumes have the same names
window.kbShard = (name, content) => {
  const address = document.currentScript.getAttribute("src");
  if (arrived[address]) arrived[address](content);
};

function script(src) {
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    Object.assign(tag, { charset: "utf-8", src, onload: resolve, onerror: () => reject(Error(src)) });
    document.head.append(tag);
  });
}
/** Where a shard lies: those with a number in folders of 500 (packing.py). */
const pathOf = (name) => name.replace(/^(.*?)(\d+)$/, (all, stem, number) => `${stem}${Math.floor(number / 500)}/${all}`);
const load = (name, from = folder) => {
  const address = `${from}${pathOf(name)}.js`;
  return promised[address] = promised[address] || new Promise((resolve, reject) => {
    arrived[address] = resolve;
    script(address).catch((error) => { delete promised[address]; reject(error); });
  });
};

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
  it.runs = (it.runs || [[0, 0, 0, 0, 0, 0]]).map(([volume, unit, block, own, ownBlock, skipped]) => ({ volume, unit, block, own, ownBlock, skipped }));
  it.starts = it.runs.map(({ unit }) => unit);
  it.rank = new Map([...it.chars].map((char, i) => [char, i + 1]));
  it.folds = new Map([...table(it.loose), ...table(it.strict)]);
  it.strict = new Set(table(it.strict).map((two) => two[0]));
  m = it;
}

/** A text as it is shown: in the traditional edition with other characters, as many. */
async function turn(name, text, way) {
  if (!forms) return text;
  const from = way ? `${folder}../${way}hant/search/` : forms, usual = way ? new Map((((await load("h", from)).forms).match(/../gu) || []).map((two) => [...two])) : form;
  const [places, others] = await load(name, from), all = [...text].map((char) => usual.get(char) || char), chars = [...others];
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
    if (groups.has(index)) groups.get(index).push(number); else groups.set(index, [number]);
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

/** The rank of a unit. */
const tierOf = (number) => place(m.tiers, number);

// --- volumes, of a hall: units are in the order of rank over all, in runs of what lies together (unit_runs.py)

const runOf = (number) => m.runs[place(m.starts, number)];
/** The number of a unit by that in its own library; `run` is any of that library's. */
function numberOf({ volume }, own) {
  const run = m.runs.filter((each) => each.volume === volume && each.own <= own).pop();
  return run.unit + own - run.own;
}
/** Candidates so that each volume's sentences come in turn: the first of each, then the second; what ranks higher first. */
function inTurn(units) {
  if (m.runs.length < 2) return units;
  const first = m.tiers[5], behind = m.tiers[6], rows = group(units.filter((number) => number >= first && number < behind), m.starts).map(([, some]) => some), turns = [];
  if (rows.length < 2) return units;
  const most = Math.max(...rows.map((row) => row.length));
  for (let i = 0; i < most; i++) for (const row of rows) if (i < row.length) turns.push(row[i]);
  return [...units.filter((number) => number < first), ...turns, ...units.filter((number) => number >= behind)];
}

// --- stored text (blocks.py)

const blocks = [];
async function block(index) {
  if (blocks[index]) return blocks[index];
  const run = runOf(m.firsts[index]), opening = index === run.block ? run.skipped : 0, [way, title] = (m.volumes || [])[run.volume] || [];
  let number = m.firsts[index] - opening, page, name, id = "", steps = null;
  const own = run.ownBlock + index - run.block, ahead = way ? (forms ? `../${way}hant/` : way) : "";
  const units = [], text = await load(`t${own}`, way ? `${folder}../${way}search/` : folder), views = (await turn(`h${own}`, text, way)).split("\n");
  text.split("\n").forEach((line, i) => {
    const mark = line[0], text = line.slice(1), view = views[i].slice(1);
    if (mark === "=") {
      [page, name] = view.split("\t");
      if (way) [page, name] = [ahead + page, `${name}（${title}）`];
    }
    else if (mark === "#") id = text;
    else if (mark === "^") steps = text.split(" ").map(Number);
    else {
      const tier = tierOf(number), alone = mark === "!" || m.kinds[tier] === "term";
      units.push({ number, run, id, text, view, page, title: name, tier, opens: mark !== "-", anchored: mark !== "!", steps: steps || [+!alone, +!alone] });
      number++;
      steps = null;
      id = id.replace(/\d+$/, (last) => +last + 1);
    }
  });
  return blocks[index] = units.slice(opening, opening + (m.firsts[index + 1] || m.total) - m.firsts[index]);
}

async function unitAt(number) {
  const index = place(m.firsts, number);
  return (await block(index))[number - m.firsts[index]];
}
/** The unit before (0) or behind (1) a unit as one reads; nothing where its text begins or ends. */
function beside({ number, run, steps }, side) {
  const step = (side ? 1 : -1) * steps[side];
  return step && unitAt(numberOf(run, run.own + number - run.unit + step));
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
const parts = {};
async function part(list, index) {
  const name = `p${list.part + index}`;
  return list.units || parts[name] || (parts[name] = rising(numbers(await load(name)), list.starts[index] - 1));
}

async function within(units, list) {
  const kept = [];
  for (const [index, some] of group(units, list.starts)) for (const number of both(some, await part(list, index))) kept.push(number);
  return kept;
}

/** Pairs by how many units hold them, least first, as far as the ranks of their characters tell. */
const byRarity = (some) => {
  const rarity = (pair) => [...pair].reduce((rank, char) => rank * m.rank.get(char), 1);
  return some.sort((a, b) => rarity(b) - rarity(a));
};
/** Yields batches of the units that may hold all phrases, in order; `most` pairs of theirs are looked up. */
async function* candidates(phrases, most = 8) {
  if ([...phrases.join("")].some((char) => !m.rank.has(char))) return;
  const telling = phrases.map((phrase) => byRarity(pairs(phrase)).slice(0, most / phrases.length));
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
  const short = lists.filter((list) => list.units), [shortest, ...others] = short.length ? [{ units: short.map((list) => list.units).reduce(both) }, ...lists.slice(short.length)] : lists;
  for (const index of (shortest.starts || [0]).keys()) {
    const units = await part(shortest, index);
    for (let some of units.length > 64 && others.length ? batches(units) : [units]) {
      for (const list of others) if (some.length && pays(some, list)) some = await within(some, list);
      yield* batches(inTurn(some));
    }
  }
}
/** Whether looking units up in a list loads less than reading the texts that it rules out: a part of a list and a block weigh about the same. */
function pays(units, list) {
  const more = group(units, list.starts).filter(([index]) => !parts[`p${list.part + index}`]), texts = group(units, m.firsts).filter(([index]) => !blocks[index]);
  return more.length < texts.length * (1 - list.count / m.total);
}
function* batches(units) {
  for (let i = 0; i < units.length; i += 64) yield units.slice(i, i + 64);
}

/* Passages of several sentences: found where their sentences stand one behind the other.
   Pairs of characters lead there, as to a phrase, but few of them and the rarest, and those that lie in
   sentences near by: of thousands of sentences a handful is left, whose text is loaded and followed. */
const MOST = 12, APART = 8; // pairs looked up, letters between them
const FEW = 4; // units that are read rather than looked up by another pair
const LABEL = RegExp(/第?N条?(?:之N)?/.source.replace(/N/g, NUMERAL), "g");

/** What may be printed before an article's first sentence: 第五条, 五, 5. */
function labels({ id }) {
  for (const { articles } of outline().bases) for (const [article, , forms, title] of articles) {
    if (id === `${article}-s1`) return [fold(plain(title)), ...forms.split(" ")];
  }
  return [];
}

/** The units that hold `rest` together, from `text` of `unit` on (side 1) or back (side 0), and how many
 * letters of the last of them; nothing where other words stand there. */
async function follow(unit, text, rest, side) {
  const fits = (words, part) => side ? words.startsWith(part) : words.endsWith(part), cut = (words, part) => side ? words.slice(part.length) : words.slice(0, words.length - part.length);
  if (text.length >= rest.length) return fits(text, rest) ? { units: [unit], used: rest.length } : null;
  if (!fits(rest, text)) return null;
  const left = cut(rest, text), next = await beside(unit, side), labelled = side ? next : unit;
  for (const label of labelled ? ["", ...labels(labelled)].filter((label) => fits(left, label)) : []) {
    if (label === left) return { units: [unit], used: text.length };
    const found = next && await follow(next, norm(next), cut(left, label), side);
    if (found) return { units: [unit, ...found.units], used: found.used };
  }
  return null;
}

/** How often a pair stands in the texts, about; what is not among the frequent ones counts less than any of them. */
let frequent;
async function openFrequent() {
  if (frequent) return frequent;
  const { chars, rank } = outline(), [least, ...steps] = await load("d"), known = new Map(), count = [...chars].length;
  steps.forEach((code, step) => rising(numbers(code)).forEach((pair) => known.set(pair, least * 2 ** step)));
  return frequent = (first, second) => known.get((rank.get(first) - 1) * count + rank.get(second) - 1) || least / 2;
}

/** Which characters of a passage may be an article's label, which no text holds. */
function labelled(whole) {
  const all = new Set(), found = new Set();
  for (const { articles } of outline().bases) for (const [, , forms, title] of articles) [fold(plain(title)), ...forms.split(" ")].forEach((form) => all.add(form));
  whole.replace(LABEL, (label, at) => {
    if ([label, label.replace(/^第|[条條]$/g, ""), label.replace(/[条條]$/, ""), label.replace(/^第/, "")].some((form) => all.has(form))) [...label].forEach((char, i) => found.add(at + i));
    return label;
  });
  return found;
}

/** The places of pairs that tell where a passage stands: the rarest; then others, rare and near to it,
 * which lie within few sentences of it.  Nothing where a character stands in no text. */
async function telling(chars, whole) {
  const { grams, rank } = outline(), unsure = labelled(whole), all = [...Array(chars.length - 1).keys()];
  if (chars.some((char, i) => !rank.has(char) && !unsure.has(i))) return [];
  const sure = all.filter((i) => !unsure.has(i) && !unsure.has(i + 1)), places = sure.length ? sure : all;
  const rarity = grams ? await openFrequent() : (first, second) => 1 / rank.get(first) / rank.get(second);
  const counts = new Map(places.map((i) => [i, rarity(chars[i], chars[i + 1])])), lowest = (some) => some.reduce((a, b) => b[1] < a[1] ? b : a)[0];
  const picked = [lowest([...counts])];
  while (grams && picked.length < MOST) {
    const left = [...counts].filter(([i]) => picked.every((other) => Math.abs(i - other) >= APART));
    if (!left.length) break;
    picked.push(lowest(left.map(([i, count]) => [i, count * (1 + Math.abs(i - picked[0]))])));
  }
  return picked;
}

/** The units of a text that have one of a list as near behind (before, where `gap` is less than 0)
 * as so many letters allow; of the documents, which are short, all where any has. */
async function near(units, list, gap) {
  const { blanks: [most, row], tiers } = outline(), letters = Math.abs(gap), reach = letters + Math.min(most, row * (letters + 1)), kept = [];
  const starts = list.starts || [list.units[0]];
  for (const unit of units) {
    const low = gap < 0 ? unit - reach : unit, high = gap < 0 ? unit : unit + reach;
    if (unit < tiers[2] ? starts[0] < tiers[2] : starts[0] <= high) {
      const some = unit < tiers[2] ? [] : await part(list, place(starts, high)), last = some[place(some, high)];
      if (!some.length || (last >= low && last <= high)) kept.push(unit);
    }
  }
  return kept;
}

/** Yields, in order, batches of the units that lead to a passage by the pair at the first of `places`. */
async function* leading(chars, places) {
  if (!outline().grams) return yield* candidates([chars[places[0]]]);
  const lists = await Promise.all(places.slice(0, 4).map((i) => entry(chars[i] + chars[i + 1]))), [first] = lists;
  for (const index of first ? (first.starts || [0]).keys() : []) {
    let units = await part(first, index);
    for (let i = 1; i < places.length && units.length > FEW; i++) {
      if (lists[i] === undefined) lists[i] = await entry(chars[places[i]] + chars[places[i] + 1]);
      if (!lists[i]) return;
      units = await near(units, lists[i], places[i] - places[0]);
    }
    yield units;
  }
}

/** Yields a unit, and the headings read before and behind it, whose pairs lead to it as well (reading.py). */
async function* around(unit) {
  yield unit;
  for (const side of outline().grams ? [0, 1] : []) {
    for (let next = await beside(unit, side); next && next.tier < unit.tier; next = await beside(next, side)) yield next;
  }
}

/** Yields where a passage stands: its units in order, and its first and last letter in the first and last of them. */
async function* runs(whole) {
  const chars = [...whole], places = await telling(chars, whole);
  if (!places.length) return;
  const offset = chars.slice(0, places[0]).join("").length, first = chars[places[0]], second = chars[places[0] + 1];
  for await (const batch of leading(chars, places)) for (const number of batch) {
    let any = false;
    for await (const unit of around(await unitAt(number))) {
      const text = norm(unit);
      for (let at = -1; (at = text.indexOf(first, at + 1)) >= 0;) {
        if (at + first.length < text.length && !text.startsWith(second, at + first.length)) continue;
        const back = await follow(unit, text.slice(0, at), whole.slice(0, offset), 0), on = back && await follow(unit, text.slice(at), whole.slice(offset), 1);
        if (!on) continue;
        const units = [...back.units.reverse(), ...on.units.slice(1)], single = on.units.length < 2;
        any = true;
        yield { units, start: (back.units.length > 1 ? norm(units[0]).length : at) - back.used, end: on.used + (single ? at : 0) };
      }
      if (any) break;
    }
  }
}

/** The hit of a run: its first sentence; `run` tells its page from where to where it goes. */
function presentRun({ units, start, end }, score) {
  const [first] = units, last = units[units.length - 1], from = spell(first.text).starts[start], to = spell(last.text).ends[end - 1];
  const words = units.map((unit) => unit.view.slice(unit === first ? from : 0, unit === last ? to : undefined)), text = words.join("");
  const base = outline().bases.find(({ full }) => full.split("/")[0] === first.page.split("/")[0]), page = base && units.some((unit) => unit.page !== first.page) ? base.full : first.page;
  const before = first.view.slice(Math.max(0, from - 12), from);
  return {
    id: first.id, number: first.number, url: `${root}${page}#${first.id}`, title: first.title, snippet: before + text, kind: outline().kinds[first.tier], exact: true, score, how: "exact",
    parts: [(from > 12 ? "…" : "") + before, text.slice(0, 110), text.length > 110 ? "…" : ""], text, words: [], run: `${from},${last.id},${to}`, sentences: units.length,
  };
}

async function byPassage({ whole, allowed, add, hold, full }) {
  for await (const run of runs(whole)) {
    if (!run.units.some(({ number }) => allowed(number))) continue;
    if (run.units.length > 1) add(run.units[0], "exact", true, 9, [], run); else hold(run.units[0]);
    if (full()) return false;
  }
  return true;
}

/** Of a passage that nowhere stands whole, the longest sentences. */
async function bySentences({ sentences, allowed, add, full, density }) {
  const long = sentences.filter((sentence) => sentence.length > 7).sort((a, b) => b.length - a.length);
  for (const sentence of long.slice(0, 4)) {
    const take = (unit) => add(unit, "most", false, density(unit, sentence), [sentence]);
    if (outline().grams && sentence.length > 16) {
      for await (const { units } of runs(sentence)) {
        if (units.length < 2 && allowed(units[0].number)) take(units[0]);
        if (full()) return;
      }
    } else await walk(candidates([sentence]), allowed, (unit) => norm(unit).includes(sentence) && take(unit), full);
  }
}

window.kbEngine.rare = { byDate, byLikeness, byPassage, bySentences, bySound, named, presentRun };

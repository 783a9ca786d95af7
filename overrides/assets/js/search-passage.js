/* Passages of several sentences: found where their sentences stand one behind the other. */
const PIECE = 24;

/** Stretches of a passage that one sentence may hold, the likeliest first: what stands between its
 * stops; of a passage without any, pieces from all over it. */
function stretches(query, whole) {
  const clauses = query.split(/[^\p{L}\p{N}]+/u).map((clause) => fold(plain(clause)).slice(0, PIECE)).filter((clause) => clause.length > 1);
  const longest = clauses.sort((a, b) => b.length - a.length).slice(0, 4), pieces = [];
  for (let at = 0; at + 6 <= whole.length && pieces.length < 8; at += Math.max(4, whole.length >> 3)) pieces.push(whole.slice(at, at + 6));
  return [...new Set([...longest, ...pieces])];
}

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

/** Yields where a passage stands: its units in order, and its first and last letter in the first and last of them. */
async function* runs(query, whole, allowed) {
  for (const piece of stretches(query, whole)) {
    let any = false;
    for await (const batch of candidates([piece])) for (const number of batch.filter(allowed)) {
      const unit = await unitAt(number), text = norm(unit);
      for (let at = -1; (at = text.indexOf(piece, at + 1)) >= 0;) for (let place = -1; (place = whole.indexOf(piece, place + 1)) >= 0;) {
        const back = await follow(unit, text.slice(0, at), whole.slice(0, place), 0), on = back && await follow(unit, text.slice(at), whole.slice(place), 1);
        if (!on) continue;
        const units = [...back.units.reverse(), ...on.units.slice(1)], single = on.units.length < 2;
        any = true;
        yield { units, start: (back.units.length > 1 ? norm(units[0]).length : at) - back.used, end: on.used + (single ? at : 0) };
      }
    }
    if (any) return;
  }
}

/** The hit of a run: its first sentence; `run` tells its page from where to where it goes. */
function presentRun({ units, start, end }, score) {
  const [first] = units, last = units[units.length - 1], from = spell(first.text).starts[start], to = spell(last.text).ends[end - 1];
  const words = units.map((unit) => unit.view.slice(unit === first ? from : 0, unit === last ? to : undefined)), text = words.join("");
  const base = outline().bases.find(({ full }) => full.split("/")[0] === first.page.split("/")[0]), page = base && units.some((unit) => unit.page !== first.page) ? base.full : first.page;
  const before = first.view.slice(Math.max(0, from - 12), from);
  return {
    id: first.id, url: `${root}${page}#${first.id}`, title: first.title, snippet: before + text, kind: outline().kinds[first.tier], exact: true, score, how: "exact",
    parts: [(from > 12 ? "…" : "") + before, text.slice(0, 110), text.length > 110 ? "…" : ""], text, words: [], run: `${from},${last.id},${to}`, sentences: units.length,
  };
}

async function byPassage({ query, whole, allowed, add, full }) {
  for await (const run of runs(query, whole, allowed)) {
    add(run.units[0], "exact", true, 9, [], run);
    if (full()) return false;
  }
  return true;
}

/** Of a passage that nowhere stands whole, the longest sentences. */
async function bySentences({ sentences, allowed, add, full, density }) {
  const long = sentences.filter((sentence) => sentence.length > 7).sort((a, b) => b.length - a.length);
  for (const sentence of long.slice(0, 4)) {
    await walk(candidates([sentence]), allowed, (unit) => norm(unit).includes(sentence) && add(unit, "most", false, density(unit, sentence), [sentence]), full);
  }
}

window.kbEngine.rare = { byDate, byLikeness, byPassage, bySentences, bySound, named, presentRun };

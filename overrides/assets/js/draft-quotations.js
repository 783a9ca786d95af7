/* 核稿: every quotation, with marks or without (generator/draft/words_in_marks.py, words_without_marks.py). */
const GRAM = 5, FINE_GRAM = 3, LEAST_MARKED = 8, ALIKE_MARKED = 0.6, PART = 6, AROUND = 4, ALIKE = 0.75, LEAST_MISSING = 12;
const LEAST = 12, LEAST_ALTERED = 14, LEAST_LEAD = 7, LONG_RUN = 6, REST = 6, LONGEST_CLAUSE = 60, RESEMBLES = 0.4, NEAR = 2, GOES_ON = 0.5;
const NAMED = /(?:指出|规定|强调|要求|提出|明确|写道|写明|指明|所说|载明|如下|原文)(?:的?是|了|的)?[，,：:]?$/;
const ITS_LABEL = /^(?:[（(]?[一二三四五六七八九十0-9０-９]{1,3}[）)、.．]|[㈠-㈩①-⑳])$/;

/** The quotations of a draft, in order: {start, end, marked, verdict, places, changes, original, punctuation}. */
function findQuotations(text, letters) {
  const grams = gramsOf(letters.row, GRAM), found = [].concat(...tables.originals.map((original) => chainsOf(seedsOf(grams, original.letters.row)).map((chain) => ({ chain, original }))));
  found.sort(bestFirst);
  const draft = { text, letters }, taken = new Uint8Array(letters.row.length), all = [...inMarks(draft, found, taken)];
  all.push(...withoutMarks(draft, found, taken));
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}
const bestFirst = (a, b) => b.chain.letters - a.chain.letters || a.chain.seeds[0][0] - b.chain.seeds[0][0];
const anyTaken = (taken, low, high) => taken.subarray(low, high).some(Boolean);

/** A place in an original: what it is called, its page, its words. */
function placeOf(original, first, last) {
  const [start, end] = spanOf(original.letters, first, last);
  let at = 0;
  while (at + 1 < original.starts.length && original.starts[at + 1] <= start) at++;
  return { base: original.base, article: original.article, name: original.name, start, end, page: original.pages[at] || "", text: original.text, shown: original.shown };
}
function standing(row) {
  const found = [];
  for (const original of tables.originals) for (let at = -1; (at = original.letters.row.indexOf(row, at + 1)) >= 0;) found.push([original, at, at + row.length]);
  return found;
}
const bare = (text) => text.replace(/[\s“”‘’]|[。；，：、]$/g, "");
function exact(draft, [start, end], places, marked) {
  const told = places.map((each) => placeOf(...each)), [first] = told, words = first.text.slice(first.start, first.end), original = first.shown.slice(first.start, first.end);
  return { start, end, marked, verdict: "exact", places: told, changes: [], original, punctuation: bare(draft.text.slice(start, end)) !== bare(words) };
}

/** How letters differ from those of an original: {there, same, changes}. */
function compared({ text, letters }, original, [first, last], [begin, end]) {
  const theirs = original.letters.row.slice(begin, end), ours = letters.row.slice(first, last), changes = [];
  let differ = 0;
  for (const [a0, a1, b0, b1] of differencesOf(theirs, ours)) {
    const [start, stop] = spanOf(letters, first + b0, first + b1);
    differ += b1 - b0;
    const opening = "（(".includes(text[start - 1] || "x") ? text[start - 1] : "";
    if (a0 === a1 && (ITS_LABEL.test(opening + text.slice(start, stop + 1)) || ITS_LABEL.test(text.slice(start, stop)))) continue;
    changes.push({ start, end: stop, original: original.shown.slice(...spanOf(original.letters, begin + a0, begin + a1)) });
  }
  return { there: [begin, end], same: ours.length - differ, changes };
}
function edgeNear({ parted }, at, known) {
  for (let n = 0; n <= NEAR; n++) for (const each of [at + n, at - n]) if (parted.has(each) && (each - known) * (at - known) > 0) return each;
  return at;
}
function aligned(draft, { chain, original }, first, last) {
  const [low, high] = bounds(chain, 0);
  let [begin, end] = bounds(chain, 1);
  if (first < low) begin = edgeNear(original.letters, Math.max(0, begin - (low - first)), begin);
  if (last > high) end = edgeNear(original.letters, Math.min(original.letters.row.length, end + last - high), end);
  return compared(draft, original, [first, last], [begin, end]);
}
/** The chain of a run of seeds, its ends cut off that little leads to. */
function trimmed(draft, run, original) {
  const seeds = run.slice();
  const poor = (one, other, size) => {
    const ours = draft.letters.row.slice(one[0] + one[2], other[0]), theirs = original.letters.row.slice(one[1] + one[2], other[1]);
    return size <= ours.length && likeness(ours, theirs) < GOES_ON;
  };
  while (seeds.length > 1 && poor(seeds[seeds.length - 2], seeds[seeds.length - 1], seeds[seeds.length - 1][2])) seeds.pop();
  while (seeds.length > 1 && poor(seeds[0], seeds[1], seeds[0][2])) seeds.shift();
  return seeds.length ? [{ chain: chainOf(seeds), original }] : [];
}

// --- with quotation marks

function inMarks(draft, found, taken) {
  const all = [];
  for (const span of quotedSpans(draft.text)) {
    const first = firstAt(draft.letters, span[0]), last = firstAt(draft.letters, span[1]);
    if (last - first < LEAST_MARKED || goesAround(found, first, last)) continue;
    const made = ofMarked(draft, found, span, first, last);
    if (!made) continue;
    if (made.verdict !== "missing") taken.fill(1, first, last);
    all.push(made);
  }
  return all;
}
function goesAround(found, first, last) {
  return found.some(({ chain }) => {
    const [low, high] = bounds(chain, 0);
    if (low > first - AROUND || high < last + AROUND) return false;
    const inside = chain.seeds.reduce((sum, [here, , size]) => sum + Math.max(0, Math.min(last, here + size) - Math.max(first, here)), 0);
    return inside === last - first && chain.letters >= ALIKE * (high - low);
  });
}
function ofMarked(draft, found, span, first, last) {
  const row = draft.letters.row.slice(first, last), places = standing(row), words = draft.text.slice(...span);
  if (places.length) return exact(draft, span, places, true);
  const edges = [first];
  words.replace(/(?:…|\.{3})+/g, (mark, at) => edges.push(firstAt(draft.letters, span[0] + at)));
  if (edges.length > 1) {
    const parts = inPieces(draft, edges.concat(last));
    if (parts) return exact(draft, span, parts, true);
  }
  const one = altered(draft, clipped(found, first, last), span, first, last);
  if (one) return one;
  const fine = gramsOf(row, FINE_GRAM), lead = [];
  for (const original of tables.originals) {
    const [chain] = chainsOf(seedsOf(fine, original.letters.row));
    if (chain && chain.letters * 2 >= row.length) lead.push({ chain: chainOf(chain.seeds.map(([here, there, size]) => [here + first, there, size])), original });
  }
  const other = altered(draft, lead.sort(bestFirst), span, first, last);
  if (other) return other;
  const before = draft.text.slice(Math.max(0, span[0] - 9), Math.max(0, span[0] - 1));
  return last - first >= LEAST_MISSING || NAMED.test(before) ? { start: span[0], end: span[1], marked: true, verdict: "missing", places: [], changes: [], original: "" } : null;
}
function inPieces({ letters }, edges) {
  const rows = edges.slice(1).map((edge, i) => letters.row.slice(edges[i], edge)).filter(Boolean);
  for (const original of tables.originals) {
    const places = [];
    let at = 0;
    for (const row of rows) {
      at = original.letters.row.indexOf(row, at);
      if (at < 0) break;
      places.push([original, at, at + row.length]);
      at += row.length;
    }
    if (places.length === rows.length) return places;
  }
  return null;
}
/** Chains that lie in letters, cut to them, best first. */
function clipped(found, first, last) {
  const cut = [];
  for (const { chain, original } of found) {
    const seeds = [];
    for (const [here, there, size] of chain.seeds) {
      const low = Math.max(first, here), high = Math.min(last, here + size);
      if (low < high) seeds.push([low, there + low - here, high - low]);
    }
    if (seeds.length) cut.push({ chain: chainOf(seeds), original });
  }
  return cut.sort(bestFirst);
}
function altered(draft, lead, span, first, last) {
  if (!lead.length) return null;
  const one = aligned(draft, lead[0], first, last), parts = putTogether(draft, lead, first, last), together = parts.reduce((sum, { chain }) => sum + chain.letters, 0);
  const [start, end] = span;
  if (parts.length > 1 && together > one.same + PART && together >= ALIKE_MARKED * (last - first)) return ofParts(draft, parts, span, first, last);
  if (one.same < ALIKE_MARKED * (last - first)) return null;
  const place = placeOf(lead[0].original, ...one.there), original = place.shown.slice(place.start, place.end);
  return { start, end, marked: true, verdict: one.changes.length ? "altered" : "exact", places: [place], changes: one.changes, original, punctuation: !one.changes.length };
}
function putTogether(draft, lead, first, last) {
  const free = new Uint8Array(last - first).fill(1), parts = [];
  const sound = [].concat(...lead.map(({ chain, original }) => trimmed(draft, chain.seeds, original))).sort(bestFirst);
  for (const each of sound) {
    const [from, to] = bounds(each.chain, 0);
    let best = [from - first, from - first], start = from - first;
    for (let at = from - first; at <= to - first; at++) {
      if (at < to - first && free[at]) continue;
      if (at - start > best[1] - best[0]) best = [start, at];
      start = at + 1;
    }
    const cut = clipped([each], first + best[0], first + best[1]);
    if (!cut.length || cut[0].chain.letters < PART) continue;
    const [low, high] = bounds(cut[0].chain, 0);
    free.fill(0, low - first, high - first);
    parts.push(cut[0]);
  }
  return parts.sort((a, b) => a.chain.seeds[0][0] - b.chain.seeds[0][0]);
}
function ofParts(draft, parts, span, first, last) {
  const changes = [], places = [], change = (low, high) => { const [start, end] = spanOf(draft.letters, low, high); changes.push({ start, end, original: "" }); };
  let at = first;
  for (const part of parts) {
    const [low, high] = bounds(part.chain, 0);
    if (low > at) change(at, low); else if (at > first) change(low, low);
    const held = aligned(draft, part, low, high);
    changes.push(...held.changes);
    places.push(placeOf(part.original, ...held.there));
    at = high;
  }
  if (at < last) change(at, last);
  return { start: span[0], end: span[1], marked: true, verdict: "altered", places, changes, original: places.map(({ shown, start, end }) => shown.slice(start, end)).join("……") };
}

// --- without

function withoutMarks(draft, found, taken) {
  const names = titlesIn(draft.text).map(({ start, end }) => [firstAt(draft.letters, start), firstAt(draft.letters, end)]), all = [];
  for (const each of found) {
    if (each.chain.letters < LEAST_LEAD) break;
    for (const free of freeOf(draft, each, taken)) {
      const [low, high] = bounds(free.chain, 0);
      if (free.chain.letters >= LEAST_LEAD && !names.some(([start, end]) => start <= low && high <= end)) all.push(...ofChain(draft, free, taken));
    }
  }
  return all;
}
function* freeOf(draft, { chain, original }, taken) {
  let run = [];
  for (const seed of chain.seeds) {
    const over = anyTaken(taken, seed[0], seed[0] + seed[2]), last = run[run.length - 1];
    if (over || last && anyTaken(taken, last[0] + last[2], seed[0])) {
      yield* trimmed(draft, run, original);
      run = [];
      if (over) continue;
    }
    run.push(seed);
  }
  yield* trimmed(draft, run, original);
}
function ofChain(draft, found, taken) {
  const [[first, last], there] = toEdges(draft, found, taken), held = compared(draft, found.original, [first, last], there), longest = Math.max(...found.chain.seeds.map((seed) => seed[2]));
  let spans = [];
  if (!held.changes.length && last - first >= LEAST) spans = [[first, last]];
  else if (last - first >= LEAST_ALTERED && longest >= LONG_RUN && held.same >= ALIKE * (last - first) && held.changes.length) {
    taken.fill(1, first, last);
    const place = placeOf(found.original, ...held.there), [start, end] = spanOf(draft.letters, first, last);
    return [{ start, end, marked: false, verdict: "altered", places: [place], changes: held.changes, original: place.shown.slice(place.start, place.end) }];
  } else spans = found.chain.seeds.filter((seed) => seed[2] >= LEAST).map(([here, , size]) => [here, here + size]);
  return spans.map(([low, high]) => {
    taken.fill(1, low, high);
    const places = standing(draft.letters.row.slice(low, high));
    return exact(draft, spanOf(draft.letters, low, high), places.length ? places : [[found.original, ...held.there]], false);
  });
}
function toEdges({ letters }, { chain, original }, taken) {
  let [first, last] = bounds(chain, 0), [begin, end] = bounds(chain, 1), step;
  while ((step = clause(letters, original.letters, last, end, 1)) && !anyTaken(taken, last, step[0])) [last, end] = step;
  while ((step = clause(letters, original.letters, first, begin, -1)) && !anyTaken(taken, step[0], first)) [first, begin] = step;
  return [[first, last], [begin, end]];
}
/** Where the rest of the clause, or the next one, ends on both sides; nothing where it does not go on so. */
function clause(ours, theirs, here, there, way) {
  const inside = !ours.parted.has(here) && !theirs.parted.has(there);
  if (!inside) { here = snapped(ours, here, way); there = snapped(theirs, there, way); }
  const one = nextEdge(ours, here, way), other = nextEdge(theirs, there, way);
  if (one === null || other === null) return null;
  const own = ours.row.slice(Math.min(here, one), Math.max(here, one)), its = theirs.row.slice(Math.min(there, other), Math.max(there, other));
  const few = inside && Math.max(own.length, its.length) <= REST && Math.abs(own.length - its.length) <= NEAR;
  return few || likeness(own, its) >= (inside ? RESEMBLES : GOES_ON) ? [one, other] : null;
}
function snapped({ parted }, at, way) {
  for (let n = 0; n <= NEAR; n++) if (parted.has(at + way * n)) return at + way * n;
  return at;
}
function nextEdge({ row, parted }, at, way) {
  for (let n = 1; n <= LONGEST_CLAUSE; n++) {
    const edge = at + way * n;
    if (edge < 0 || edge > row.length) return null;
    if (parted.has(edge)) return edge;
  }
  return null;
}

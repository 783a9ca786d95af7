/* 核稿: what a draft has in common with the reports (generator/draft/shared_words.py). */
const REPORT_GRAM = 5, LEAST_SHARED = 20, DENSE = 0.3, SHARED_EDGE = 10, LONGEST_REST = 80, SHORTEST_REST = 6, SLACK = 5, HALF = 0.5, MOSTLY = 0.8;
const BITS = 20, WRAP = (1 << BITS) - 1;
const hash = (row, at) => {
  let value = 0;
  for (let i = 0; i < REPORT_GRAM; i++) value = Math.imul(value, 0x01000193) + row.charCodeAt(at + i) | 0;
  return value;
};
const slot = (value) => (value ^ value >>> 15) & WRAP;

/** A draft's runs of five letters, for look-up by a hash: what comes next with the same. */
function hashed(row) {
  const first = new Int32Array(WRAP + 1).fill(-1), next = new Int32Array(row.length).fill(-1);
  for (let at = row.length - REPORT_GRAM; at >= 0; at--) {
    const home = slot(hash(row, at));
    next[at] = first[home];
    first[home] = at;
  }
  return { row, first, next };
}
/** The runs that a report shares with a draft; letters of stretches apart are parted by a line feed. */
function seedsWith({ row, first, next }, other) {
  const found = [], size = REPORT_GRAM;
  const before = (row, at) => at ? row.charCodeAt(at - 1) : -1;
  for (let there = 0; there + size <= other.length; there++) {
    for (let here = first[slot(hash(other, there))]; here >= 0; here = next[here]) {
      if (here && before(row, here) === before(other, there)) continue; // goes on a run that is found already
      let end = 0;
      while (here + end < row.length && there + end < other.length && row.charCodeAt(here + end) === other.charCodeAt(there + end)) end++;
      if (end >= size) found.push([here, there, end]);
    }
  }
  return found;
}

/** Chains of one report that were taken over: LEAST_SHARED letters that are not the document's. */
function takenOver(draft, own, report) {
  const seeds = seedsWith(draft, report.row);
  if (seeds.reduce((sum, seed) => sum + seed[2], 0) < LEAST_SHARED) return [];
  return chainsOf(seeds, 0).filter((chain) => {
    const [low, high] = bounds(chain, 0);
    if (chain.letters < LEAST_SHARED || chain.letters < DENSE * (high - low)) return false;
    let count = 0;
    for (const [here, , size] of chain.seeds) for (let i = here; i < here + size; i++) count += own[i];
    return count >= LEAST_SHARED;
  }).map((chain) => ({ chain, report }));
}
/** The runs of a draft that stand in reports, best first: {start, end, report, at, letters, reports}. */
function runsOf(letters, found) {
  const taken = new Uint8Array(letters.row.length), spans = found.map(({ chain, report }) => [report, ...bounds(chain, 0)]), runs = [];
  const order = found.map((each, at) => at).sort((a, b) => found[b].chain.letters - found[a].chain.letters || spans[a][1] - spans[b][1] || found[a].report.number - found[b].report.number);
  for (const at of order) {
    const { chain, report } = found[at];
    let [, low, high] = spans[at], fresh = 0;
    for (let i = low; i < high; i++) fresh += 1 - taken[i];
    if (fresh < LEAST_SHARED) continue;
    [low, high] = toItsEdges(letters, chain, report.row);
    taken.fill(1, low, high);
    const having = new Set(spans.filter(([, start, end]) => Math.min(high, end) - Math.max(low, start) >= MOSTLY * (high - low)).map(([other]) => other));
    const [start, end] = spanOf(letters, low, high);
    runs.push({ start, end, low, high, report, at: bounds(chain, 1)[0], letters: chain.letters, reports: Math.max(1, having.size) });
  }
  return runs;
}
function toItsEdges(letters, chain, row) {
  let [low, high] = bounds(chain, 0), [begin, end] = bounds(chain, 1), step;
  while ((step = further(letters, high, row, end, 1)) !== null) { end += step - high; high = step; }
  while ((step = further(letters, low, row, begin, -1)) !== null) { begin = Math.max(0, begin - (low - step)); low = step; }
  for (let n = 0; n <= SHARED_EDGE; n++) if (letters.parted.has(low - n)) { low -= n; break; }
  for (let n = 0; n <= SHARED_EDGE; n++) if (letters.parted.has(high + n)) { high += n; break; }
  return [low, high];
}
function further(letters, here, row, there, way) {
  for (const edges of [letters.ends, letters.parted]) {
    let size = 1;
    while (size <= LONGEST_REST && !edges.has(here + way * size)) size++;
    if (size > LONGEST_REST || size < SHORTEST_REST) continue;
    const edge = here + way * size, own = letters.row.slice(Math.min(here, edge), Math.max(here, edge)), low = way > 0 ? there - SLACK : there - size - SLACK;
    if (inCommon(own, row.slice(Math.max(0, low), low + size + 2 * SLACK)) >= HALF * size) return edge;
  }
  return null;
}

/** Which letters are the document's: in quotations of it, and in runs of eight letters that it has. */
function ofDocument(letters, quotations) {
  const found = new Uint8Array(letters.row.length), known = new Set();
  for (const { letters: { row } } of tables.originals) for (let at = 0; at + 8 <= row.length; at++) known.add(row.substr(at, 8));
  for (let at = 0; at + 8 <= letters.row.length; at++) {
    if (!known.has(letters.row.substr(at, 8))) continue;
    let whole = true;
    for (let i = at + 1; i < at + 8; i++) if (letters.lines.has(i)) whole = false;
    if (whole) found.fill(1, at, at + 8);
  }
  for (const { verdict, start, end } of quotations) if (verdict !== "missing") found.fill(1, firstAt(letters, start), firstAt(letters, end));
  return found;
}

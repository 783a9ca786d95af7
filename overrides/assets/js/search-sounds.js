/* What letters typed may stand for: syllables and initials. */
let readings, syllables;
async function openSounds() {
  if (readings) return;
  const found = new Map();
  (await load("r")).replace(/([^a-z,])([a-z,]+)/gu, (all, char, sounds) => found.set(char, sounds.split(",")));
  syllables = new Set([].concat(...found.values()));
  readings = found;
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

/** Finds what is spelt so: the words that are read so, else the texts. */
async function bySound({ query, allowed, add, full, density }, exact) {
  await openSounds();
  const m = outline(), ways = patterns(query), resolved = fitting(ways, await openWords());
  let complete = true;
  for (const word of resolved) {
    complete = await walk(candidates([word]), allowed, (unit) => norm(unit).includes(word) && add(unit, "pinyin", exact, density(unit, word), [word]), full) && complete;
  }
  const anchors = query.split(/[a-z\s]+/i).map((run) => fold(plain(run))).filter((run) => run.length > 1);
  if (!ways.length || (m.grams && !anchors.length && resolved.length)) return complete;
  const spoken = speaker(ways);
  exact = exact && !resolved.length;
  const source = m.grams && !anchors.length ? [[...Array(m.firsts[8] || m.total).keys()]] : candidates(anchors);
  await walk(source, allowed, (unit) => {
    const word = spoken(norm(unit));
    if (word) add(unit, exact ? "pinyin" : "variant", exact, density(unit, word), [word]);
  }, full);
  return complete;
}

/* Finds units in the shards of search/ (written by generator/outputs/search), which it loads by
   script tags as a query needs them.  Loaded by search.js; draws nothing. */
(function () {
  "use strict";
  const BREAK = "\x1f", ALONE = "\u25a1", STOPS = 59, GOES = 31, LOOSE = 40;
  const LETTER = /[\p{L}\p{N}\x1f]/u, LATIN = /[a-z]/;
  // what a hit is worth, by the way it was found; tier, nearness and length decide within
  const WORTH = { exact: 800, pinyin: 800, variant: 700, words: 600, paragraph: 400, misprint: 300, most: 200 };
  const { root, folder } = window.kbPlaces;

  /* --- shards ------------------------------------------------------------------------- */

  const promised = {}, arrived = {};
  window.kbShard = (name, content) => arrived[name] && arrived[name](content);

  function load(name) {
    return promised[name] || (promised[name] = new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      arrived[name] = resolve;
      tag.charset = "utf-8";
      tag.onload = () => { tag.remove(); reject(new Error(name)); };
      tag.onerror = () => { tag.remove(); delete promised[name]; reject(new Error(name)); };
      tag.src = `${folder}${name}.js`;
      document.head.appendChild(tag);
    }));
  }

  const VALUES = [];
  for (let code = 33, value = 0; code < 126; code++) if (!'"\\<'.includes(String.fromCharCode(code))) VALUES[code] = value++;

  function numbers(code) {
    const found = [];
    let value = 0;
    for (let i = 0; i < code.length; i++) {
      const symbol = VALUES[code.charCodeAt(i)];
      if (symbol < STOPS) { found.push(value * STOPS + symbol); value = 0; }
      else value = value * GOES + symbol - STOPS + 1;
    }
    return found;
  }
  const rising = (gaps, after = -1) => gaps.map((gap) => (after += gap + 1));

  function pairs(text) {
    const chars = [...text];
    return chars.slice(1).map((char, i) => [chars[i], char]);
  }

  let outline;
  async function open() {
    if (outline) return outline;
    const m = await load("m");
    m.firsts = rising(numbers(m.blocks));
    m.total = m.tiers[m.kinds.length];
    m.rank = new Map([...m.chars].map((char, i) => [char, i + 1]));
    const table = (text) => new Map((text.match(/../gu) || []).map((two) => [...two]));
    m.strict = table(m.strict);
    m.folds = new Map([...table(m.loose), ...m.strict]);
    return (outline = m);
  }

  /** The index of the last of rising `list` that is not above `number`. */
  function place(list, number) {
    let low = 0, high = list.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (list[middle] <= number) low = middle; else high = middle;
    }
    return low;
  }

  /* --- what is compared ----------------------------------------------------------------- */

  const known = new Map();
  function letters(char) {
    let found = known.get(char);
    if (found === undefined) {
      found = [...char.normalize("NFKC").toLowerCase()].filter((c) => LETTER.test(c)).join("");
      known.set(char, found);
    }
    return found;
  }
  const plain = (text) => { let all = ""; for (const char of text) all += letters(char); return all; };
  const fold = (text) => { let all = ""; for (const char of text) all += outline.folds.get(char) || char; return all; };
  const norm = (unit) => unit.norm === undefined ? (unit.norm = fold(plain(unit.text))) : unit.norm;
  const hasStrict = (text) => [...text].some((char) => outline.strict.has(char));

  /* --- blocks of text ------------------------------------------------------------------- */

  const blocks = [];
  async function block(index) {
    if (blocks[index]) return blocks[index];
    const units = [];
    let number = outline.firsts[index], page, title, id = "";
    for (const line of (await load(`t${index}`)).split("\n")) {
      const mark = line[0], text = line.slice(1);
      if (mark === "=") [page, title] = text.split("\t");
      else if (mark === "#") id = text;
      else {
        const tier = place(outline.tiers, number);
        units.push({ number: number++, id, text, page, title, tier, opens: mark !== "-", anchored: mark !== "!" });
        id = id.replace(/\d+$/, (n) => +n + 1);
      }
    }
    return (blocks[index] = units);
  }

  /** Calls visit(unit, units of its block, index there) for numbers that come in batches. */
  async function walk(batches, allowed, visit, enough) {
    for await (const batch of batches) {
      const wanted = new Map();
      for (const number of batch) {
        if (!allowed(number)) continue;
        const index = place(outline.firsts, number);
        if (wanted.has(index)) wanted.get(index).push(number); else wanted.set(index, [number]);
      }
      const indexes = [...wanted.keys()];
      for (let i = 0; i < indexes.length; i += 4) {
        const some = indexes.slice(i, i + 4);
        const texts = await Promise.all(some.map(block));
        some.forEach((index, k) => wanted.get(index).forEach((number) => {
          const at = number - outline.firsts[index];
          visit(texts[k][at], texts[k], at);
        }));
        if (enough()) return false;
      }
    }
    return true;
  }

  /* --- pairs of characters -> units ------------------------------------------------------- */

  const lines = {};
  /** {count, units} or, of a long list, {count, first, starts}; null where there is none. */
  async function entry(first, second) {
    const home = (first.codePointAt(0) * 7919 + second.codePointAt(0) * 104729) % outline.grams;
    if (!lines[home]) lines[home] = (await load(`g${home}`)).split("\n");
    const line = lines[home].find((each) => each.startsWith(first));
    const key = second < "\x80" ? String.fromCharCode(second.charCodeAt(0) + 0xfee0) : second;
    const at = line ? line.indexOf(key, first.length) : -1;
    if (at < 0) return null;
    const code = /^[!-~]*/.exec(line.slice(at + key.length))[0];
    if (code[0] !== "~") { const units = rising(numbers(code)); return { count: units.length, units }; }
    const [count, part, , start, ...gaps] = numbers(code.slice(1));
    return { count, part, starts: [start, ...rising(gaps, start)] };
  }

  const parts = {};
  async function part(list, index) {
    const name = `p${list.part + index}`;
    return parts[name] || (parts[name] = rising(numbers(await load(name)), list.starts[index] - 1));
  }

  const both = (one, other) => one.filter((number) => other[place(other, number)] === number);

  /** Of `units`, those in a long list; a part that would test fewer than `least` is not loaded. */
  async function within(units, list, least) {
    const groups = new Map();
    for (const number of units) {
      const index = place(list.starts, number);
      if (groups.has(index)) groups.get(index).push(number); else groups.set(index, [number]);
    }
    const kept = [];
    for (const [index, group] of groups) kept.push(...(group.length < least ? group : both(group, await part(list, index))));
    return kept;
  }

  const range = (start, end) => Array.from({ length: end - start }, (_, i) => start + i);
  const blockRange = (index) => range(outline.firsts[index], index + 1 < outline.firsts.length ? outline.firsts[index + 1] : outline.total);

  /** The rarest pairs of each phrase, as far as the frequency of characters tells. */
  function telling(phrases, most) {
    const rarity = ([a, b]) => outline.rank.get(a) * outline.rank.get(b);
    const each = Math.max(1, Math.floor(most / phrases.length));
    return [].concat(...phrases.map((phrase) => pairs(phrase).sort((a, b) => rarity(b) - rarity(a)).slice(0, each)));
  }

  /** Yields batches of the units that may hold all phrases, in order. */
  async function* candidates(phrases) {
    if (phrases.some((phrase) => [...phrase].some((char) => !outline.rank.has(char)))) return;
    const asked = outline.grams ? telling(phrases, 4) : [];
    if (!asked.length) {
      const alone = outline.grams && phrases.length ? await entry([...phrases[0]][0], ALONE) : null;
      for (const index of alone ? alone.units : outline.firsts.keys()) yield blockRange(index);
      return;
    }
    const lists = await Promise.all(asked.map(([a, b]) => entry(a, b)));
    if (lists.includes(null)) return;
    lists.sort((a, b) => a.count - b.count);
    const short = lists.filter((list) => list.units).map((list) => list.units);
    const long = lists.filter((list) => !list.units);
    const size = 48;
    if (short.length) {
      const units = short.reduce(both);
      for (let i = 0; i < units.length; i += size) {
        let batch = units.slice(i, i + size);
        for (const list of long) batch = await within(batch, list, 4);
        yield batch;
      }
      return;
    }
    for (let index = 0; index < long[0].starts.length; index++) {
      const units = await part(long[0], index);
      for (let i = 0; i < units.length; i += size) {
        let batch = units.slice(i, i + size);
        for (const list of long.slice(1)) batch = await within(batch, list, 2);
        yield batch;
      }
    }
  }

  /* --- pinyin --------------------------------------------------------------------------- */

  let readings, syllables;
  async function openReadings() {
    if (readings) return;
    readings = new Map();
    syllables = new Set();
    (await load("r")).replace(/([^a-z,])([a-z,]+)/gu, (entry, char, all) => {
      readings.set(char, all.split(","));
      all.split(",").forEach((syllable) => syllables.add(syllable));
    });
  }

  /** Every way to cut letters into syllables. */
  function cut(run) {
    if (!run) return [[]];
    const ways = [];
    for (let length = Math.min(6, run.length); length; length--) {
      const head = run.slice(0, length);
      if (syllables.has(head) && ways.length < 6) {
        for (const rest of cut(run.slice(length))) ways.push([{ syllable: head }, ...rest]);
      }
    }
    return ways;
  }

  /** What a query with letters may stand for: lists of {char}, {syllable}, {initial}. */
  function patterns(query) {
    const runs = query.normalize("NFKC").toLowerCase().replace(/ü/g, "v").match(/[a-z]+|[^a-z]/gu) || [];
    let ways = [[]];
    for (const run of runs) {
      let next;
      if (LATIN.test(run)) next = [...cut(run), [...run].map((initial) => ({ initial }))];
      else next = [[...fold(plain(run))].map((char) => ({ char }))];
      ways = [].concat(...ways.map((way) => next.map((more) => [...way, ...more]))).slice(0, 24);
    }
    return ways.filter((way) => way.length > 1).map((way) => way.map(matcher));
  }
  function matcher({ char, syllable, initial }) {
    const fits = (reading) => syllable ? reading === syllable : reading[0] === initial;
    const seen = new Map();
    const test = (other) => {
      if (!seen.has(other)) seen.set(other, char ? other === char : (readings.get(other) || []).some(fits));
      return seen.get(other);
    };
    return { char, initial, fits, test };
  }

  let words;
  async function openWords() {
    return words || (words = (await load("w")).map((line) => {
      const [word, reading, id] = line.split("\t");
      return { word, norm: fold(plain(word)), reading: reading.split(" "), id, url: id && `${root}${outline.terms}#${id}` };
    }));
  }

  /** The dictionary's words that fit a pattern: as read in the word, else in any reading. */
  function fitting(ways, dictionary) {
    const exactly = ({ norm, reading }, way) => reading.length === way.length && [...norm].every((char, i) => way[i].char ? char === way[i].char : way[i].fits(reading[i]));
    const loosely = ({ norm }, way) => [...norm].length === way.length && [...norm].every((char, i) => way[i].test(char));
    const whole = ways.filter((way) => !way.some((each) => each.initial));
    for (const [some, fits] of [[whole, exactly], [whole, loosely], [ways, exactly], [ways, loosely]]) {
      const found = dictionary.filter((word) => some.some((way) => fits(word, way)));
      if (found.length) return [...new Set(found.map((word) => word.norm))];
    }
    return [];
  }

  /** Where a pattern stands in a unit's normal text: the text there, or "". */
  function standing(ways, text) {
    const chars = [...text];
    for (const way of ways) {
      for (let start = 0; start + way.length <= chars.length; start++) {
        if (way.every((each, i) => each.test(chars[start + i]))) return chars.slice(start, start + way.length).join("");
      }
    }
    return "";
  }

  /** Articles that a query names: 第五条, （五）, 5, 意见5, di5tiao. */
  function articles(query) {
    let asked = fold(plain(query));
    const bases = outline.bases.filter(({ names }) => names.some((name) => asked.startsWith(fold(plain(name)))));
    for (const name of [].concat(...bases.map((base) => base.names.map(plain))).sort((a, b) => b.length - a.length)) {
      if (asked.startsWith(fold(name))) { asked = asked.slice(fold(name).length); break; }
    }
    asked = asked.replace(/^(第|di)/, "").replace(/(条|tiao)$/, "");
    return [].concat(...(bases.length ? bases : outline.bases).map(({ names, articles }) => articles
      .filter((article) => article[2].split(" ").includes(asked))
      .map(([id, page, , name, heading]) => ({ id, url: root + page, title: names[0] + name, snippet: heading, parts: [heading], words: [], kind: "article", how: "number", exact: true, score: 1000 }))));
  }

  /* --- hits --------------------------------------------------------------------------------- */

  /** Where phrases (in normal form) stand in a text: merged [start, end] pairs. */
  function locate(text, phrases) {
    let all = "", at = 0;
    const starts = [], ends = [];
    for (const char of text) {
      for (const c of fold(letters(char))) { all += c; for (let i = 0; i < c.length; i++) { starts.push(at); ends.push(at + char.length); } }
      at += char.length;
    }
    const spans = [];
    for (const phrase of phrases) for (let i = all.indexOf(phrase); phrase && i >= 0; i = all.indexOf(phrase, i + 1)) spans.push([starts[i], ends[i + phrase.length - 1]]);
    spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return spans.reduce((kept, span) => {
      const last = kept[kept.length - 1];
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]); else kept.push(span);
      return kept;
    }, []);
  }

  /** Hit from unit; `parts` is the snippet cut so that every second part is marked. */
  function present({ unit, how, exact, score, phrases }) {
    const { text } = unit, spans = locate(text, phrases), show = (s) => s.split(BREAK).join(" · ");
    let from = spans.length ? Math.max(0, spans[0][0] - 32) : 0, to = Math.min(text.length, Math.max(from + 110, spans.length ? spans[0][1] + 32 : 0));
    if (from < 8) from = 0;
    if (text.length - to < 8) to = text.length;
    const parts = [];
    let at = from;
    for (const [start, end] of spans) if (end <= to) { parts.push(show(text.slice(at, start)), show(text.slice(start, end))); at = end; }
    parts.push(show(text.slice(at, to)) + (to < text.length ? "…" : ""));
    if (from) parts[0] = `…${parts[0]}`;
    return {
      id: unit.id, url: `${root}${unit.page}${unit.anchored ? `#${unit.id}` : ""}`, title: unit.title, snippet: parts.join(""),
      kind: outline.kinds[unit.tier], exact, score: Math.round(score * 100) / 100, how, parts, text: show(text),
      words: [...new Set(spans.map(([start, end]) => text.slice(start, end)))],
    };
  }

  /** Whether the text has a stretch at most one edit away from the phrase (Sellers, 1980). */
  function nearly(text, phrase) {
    let row = Array.from({ length: phrase.length + 1 }, (_, i) => i);
    for (const char of text) {
      const next = [0];
      for (let i = 1; i <= phrase.length; i++) next[i] = Math.min(row[i - 1] + (phrase[i - 1] !== char), row[i] + 1, next[i - 1] + 1);
      row = next;
      if (row[phrase.length] <= 1) return true;
    }
    return false;
  }

  /** How close together the words stand: 1 side by side, near 0 far apart. */
  function nearness(text, asked) {
    let best = Infinity;
    for (let at = text.indexOf(asked[0]); at >= 0; at = text.indexOf(asked[0], at + 1)) {
      let low = at, high = at + asked[0].length;
      for (const word of asked.slice(1)) {
        const before = text.lastIndexOf(word, at), after = text.indexOf(word, at);
        const near = before < 0 || (after >= 0 && after - at < at - before) ? after : before;
        low = Math.min(low, near); high = Math.max(high, near + word.length);
      }
      best = Math.min(best, high - low);
    }
    return Math.min(1, asked.join("").length / best);
  }

  /** All hits, best first.  Options: limit (stop early), kind, article (id), loose (false: exact only). */
  async function search(query, { limit = Infinity, kind, article, loose = true } = {}) {
    await open();
    query = String(query).slice(0, 200);
    const literal = plain(query).split(BREAK).join(""), whole = fold(literal);
    const linked = article ? new Set(rising(numbers(await load(`a-${article}`).catch(() => "")))) : null;
    const allowed = (number) => (!linked || linked.has(number)) && (!kind || outline.kinds[place(outline.tiers, number)] === kind);
    const found = new Map();
    let exacts = 0, complete = true;
    const add = (unit, how, exact, fine, phrases) => {
      if (found.has(unit.number)) return;
      exacts += exact;
      found.set(unit.number, { unit, how, exact, phrases, score: WORTH[how] + 10 * (outline.kinds.length - unit.tier) + fine });
    };
    const full = () => found.size >= limit;
    const density = (unit, phrase) => 9 * phrase.length / norm(unit).length;
    const results = (direct) => {
      const hits = [...found.values()].sort((a, b) => b.exact - a.exact || b.score - a.score || a.unit.number - b.unit.number);
      const all = [...direct, ...hits.slice(0, Math.max(0, limit - direct.length)).map(present)];
      all.complete = complete;
      return all;
    };
    if (!whole) return results([]);
    const direct = !article && (!kind || kind === "article") ? articles(query) : [];

    const other = [];
    complete = await walk(candidates([whole]), allowed, (unit) => {
      if (!norm(unit).includes(whole)) return;
      const own = plain(unit.text);
      if (own.includes(literal) || hasStrict(literal) || hasStrict(own)) add(unit, "exact", true, density(unit, whole), [whole]);
      else other.push(unit);
    }, full);
    const none = !exacts;
    other.forEach((unit) => add(unit, none ? "exact" : "variant", none, density(unit, whole), [whole]));

    if (LATIN.test(literal) && !full()) await bySound();
    const asked = query.split(/[\s\u3000]+/).map((word) => fold(plain(word))).filter(Boolean).slice(0, 8);
    asked.sort((a, b) => b.length - a.length);
    if (asked.length > 1 && !full()) {
      await walk(candidates(asked), allowed, (unit) => {
        if (asked.every((word) => norm(unit).includes(word))) add(unit, "words", false, 40 * nearness(norm(unit), asked), asked);
      }, full);
    }
    if (loose && !full()) {
      const strict = found.size, stop = () => full() || found.size - strict >= LOOSE;
      if (asked.length > 1) await byParagraph(stop);
      if (whole.length > 3 && !stop()) await byLikeness();
    }
    return results(direct);

    async function bySound() {
      await openReadings();
      const ways = patterns(query), literally = exacts > 0;
      if (!ways.length) return;
      const resolved = fitting(ways, await openWords());
      for (const word of resolved.slice(0, 12)) {
        complete = await walk(candidates([word]), allowed, (unit) => {
          if (norm(unit).includes(word)) add(unit, "pinyin", !literally, density(unit, word), [word]);
        }, full) && complete;
      }
      const anchor = ways[0].map((each) => each.char || " ").join("").split(/ +/).filter((run) => run.length > 1);
      let source = candidates(anchor);
      if (outline.grams && !anchor.length) {
        if (resolved.length) return;
        source = [range(0, Math.min(outline.total, outline.firsts[12] || outline.total))];
      }
      await walk(source, allowed, (unit) => {
        const word = standing(ways, norm(unit));
        const exact = !literally && !resolved.length;
        if (word) add(unit, exact ? "pinyin" : "variant", exact, density(unit, word), [word]);
      }, full);
    }

    async function byParagraph(stop) {
      const seen = new Set();
      await walk(candidates(asked.slice(0, 1)), allowed, (unit, units, at) => {
        let start = at, end = at + 1;
        while (start && !units[start].opens) start--;
        while (end < units.length && !units[end].opens) end++;
        const key = units[start].number, all = units.slice(start, end).map(norm).join(BREAK);
        if (seen.has(key) || stop() || !norm(unit).includes(asked[0]) || !asked.every((word) => all.includes(word))) return;
        seen.add(key);
        add(unit, "paragraph", false, 0, asked);
      }, stop);
    }

    /** One character wrong or missing; then most of the pairs, the rare ones counting more. */
    async function byLikeness() {
      const asked = [...new Set(pairs(whole).map((pair) => pair.join("")))];
      const held = new Map(), weight = {};
      const count = (pair, units) => {
        weight[pair] = Math.log(1 + outline.total / (1 + units.length));
        units.forEach((number) => allowed(number) && held.set(number, (held.get(number) || 0) + weight[pair]));
      };
      if (outline.grams) {
        for (const pair of telling([whole.split("").filter((char) => outline.rank.has(char)).join("")], 6)) {
          const list = asked.includes(pair.join("")) && await entry(...pair);
          if (list) count(pair.join(""), list.units || await part(list, 0));
        }
      } else {
        const units = asked.map(() => []);
        await walk(candidates([]), allowed, (unit) => asked.forEach((pair, i) => norm(unit).includes(pair) && units[i].push(unit.number)), () => false);
        asked.forEach((pair, i) => count(pair, units[i]));
      }
      const most = asked.reduce((sum, pair) => sum + (weight[pair] || Math.log(1 + outline.total)), 0);
      const best = [...held].filter(([number]) => !found.has(number)).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, outline.grams ? 24 : 400);
      const shares = new Map(best.map(([number, weight]) => [number, weight / most]));
      const closest = [];
      await walk([best.map(([number]) => number)], () => true, (unit) => {
        const share = shares.get(unit.number), how = nearly(norm(unit), whole) ? "misprint" : share >= 0.6 ? "most" : "";
        if (how) closest.push([how, share, unit]);
      }, () => false);
      closest.sort((a, b) => WORTH[b[0]] - WORTH[a[0]] || b[1] - a[1]).slice(0, LOOSE)
        .forEach(([how, share, unit]) => add(unit, how, false, 20 * share, asked));
    }
  }

  /** Words that begin with, hold or sound like what is typed; with `near`, that share characters. */
  async function suggest(query, { most = 6, near } = {}) {
    await open();
    const asked = fold(plain(query)), set = new Set(asked);
    const worth = ({ norm, reading, id }) => {
      const sound = LATIN.test(asked) && (reading.join("").startsWith(asked) ? 2 : reading.map((each) => each[0]).join("").startsWith(asked));
      const good = norm.startsWith(asked) ? 4 : norm.includes(asked) ? 3 : +sound;
      if (near) return [...norm].filter((char) => set.has(char)).length / (norm.length + asked.length) - 0.15;
      return good && good + (id ? 0.5 : 0);
    };
    const good = asked ? (await openWords()).map((word) => [worth(word), word]).filter(([worth]) => worth > 0) : [];
    return good.sort((a, b) => b[0] - a[0]).slice(0, most).map((each) => each[1]);
  }

  window.kbEngine = { search, suggest, articles: () => open().then((m) => m.bases) };
})();

/* 核稿: which articles a draft speaks of: the plain form of generator/linking/scoring/.  What is cited or
   quoted counts whatever else; else each sentence is weighed against each article by the wordings and
   terms that they share (generator/outputs/draft/coverage_tables.py has the weights and tables). */
const LONGEST_WORDING = 8, FRESH = 0.6, TELLS = 6, OWNED = 0.25, FEW_ARTICLES = 3, NATS = 10, MENTION = 0.5, HEADING = 3;

/** Letters with "|" for a stop, and where each stood. */
function foldRow(text) {
  let row = "";
  const offsets = [];
  for (let at = 0; at < text.length; at++) {
    const letter = letterOf(text[at]);
    if (letter === "" || letter === "|" && row.endsWith("|")) continue;
    row += letter;
    offsets.push(at);
  }
  return { row, offsets };
}

/** The wordings of a base's articles, by their letters: {articles, heading, surprise, frequency}. */
function wordingsOf({ articles, scored }) {
  const known = new Map(), most = Math.max(2, 0.4 * articles.length);
  const add = (row, article, heading, codes) => {
    for (let size = 2; size <= LONGEST_WORDING; size++) for (let at = 0; at + size <= row.length; at++) {
      const word = row.substr(at, size);
      if (word.includes("|")) continue;
      let one = known.get(word);
      if (!one) {
        if (article < 0) continue;
        let surprise = 0;
        for (let i = 0; i < size; i++) surprise += (codes.charCodeAt(4 * (at + i) + Math.min(i, 3)) - 40) / scored.scale;
        known.set(word, one = { size, surprise, frequency: 0, articles: [], heads: [] });
      }
      if (article < 0) { if (one.outside !== heading) { one.outside = heading; one.frequency += MENTION; } continue; }
      if (one.articles[one.articles.length - 1] !== article) { one.articles.push(article); one.frequency++; }
      if (at + size <= heading && one.heads[one.heads.length - 1] !== article) one.heads.push(article);
    }
  };
  scored.rows.forEach(([row, heading, codes], article) => add(row, article, heading, codes));
  scored.outside.forEach((row, number) => add(row, -1, number, ""));
  known.forEach((one) => { one.common = one.articles.length > most; if (one.heads.length > most) one.heads = []; });
  return known;
}

/** What of a base's wordings a sentence holds, for each article. */
function wordingFeatures(row, wordings, scored, table) {
  const seen = new Set(), taken = table.map(() => new Set()), runs = table.map(() => [0, -2, 0]);
  for (let size = LONGEST_WORDING; size > 1; size--) for (let at = 0; at + size <= row.length; at++) {
    const word = row.substr(at, size), one = wordings.get(word);
    if (!one || one.common) continue;
    if (size === LONGEST_WORDING) one.articles.forEach((article) => {
      const run = runs[article];
      run[2] = at === run[1] + 1 ? run[2] + 1 : 1;
      run[1] = at;
      run[0] = Math.max(run[0], run[2]);
    });
    if (seen.has(word)) continue;
    seen.add(word);
    const whole = one.frequency + HEADING * one.heads.length;
    for (const article of one.articles) {
      const here = table[article], in_heading = one.heads.includes(article), share = (1 + HEADING * in_heading) / whole, mine = taken[article];
      let fresh = 0;
      for (let i = at; i < at + size; i++) if (!mine.has(i)) { mine.add(i); fresh++; }
      fresh /= size;
      const value = one.surprise * fresh;
      here.mass += value * share;
      here.whole += value;
      if (in_heading) { here.mass_heading += value * share; here.whole_heading += value; }
      if (fresh <= FRESH) continue;
      here.best = Math.max(here.best, one.surprise * share / NATS);
      if (one.frequency <= FEW_ARTICLES) here.best_rare = Math.max(here.best_rare, one.surprise / NATS);
      if (one.surprise >= TELLS && share >= OWNED) here.runs = Math.min(4, here.runs + 1);
    }
  }
  const masses = table.map(({ mass }) => mass), top = Math.max(...masses, 0), second = masses.slice().sort((a, b) => b - a)[1] || 0;
  table.forEach((here, article) => {
    here.share = top > 0 ? here.mass / top : 0;
    here.rival = Math.log1p(here.mass === top ? second : top);
    here.lead = Math.log1p(here.mass) - here.rival;
    here.quotation = runs[article][0] ? Math.log(runs[article][0]) : 0;
    here.article_cover = Math.min(1, here.whole / Math.max(30, scored.surprise[article]));
    here.heading_cover = Math.min(1, here.whole_heading / Math.max(12, scored.heading[article]));
    here.mass = Math.log1p(here.mass);
    here.mass_heading = Math.log1p(here.mass_heading);
  });
}

/** The articles as vectors of letter pairs, and the angles between them and a sentence. */
function countPairs(row) {
  const counts = new Map();
  for (let at = 0; at + 1 < row.length; at++) if (row[at] !== "|" && row[at + 1] !== "|") { const pair = row.substr(at, 2); counts.set(pair, (counts.get(pair) || 0) + 1); }
  return counts;
}
function vectorsOf(rows) {
  const counts = rows.map(([row]) => countPairs(row)), holders = new Map(), shares = new Map(), weights = new Map();
  counts.forEach((each) => each.forEach((count, pair) => holders.set(pair, (holders.get(pair) || 0) + 1)));
  holders.forEach((count, pair) => { weights.set(pair, Math.log((rows.length + 1) / (count + 0.5))); shares.set(pair, []); });
  counts.forEach((each, article) => {
    let square = 0;
    each.forEach((count, pair) => { square += ((1 + Math.log(count)) * weights.get(pair)) ** 2; });
    each.forEach((count, pair) => shares.get(pair).push([article, (1 + Math.log(count)) * weights.get(pair) / (Math.sqrt(square) || 1)]));
  });
  return { shares, weights, unknown: Math.log((rows.length + 1) / 0.5) };
}
function cosineFeatures(row, { shares, weights, unknown }, table) {
  let square = 0;
  countPairs(row).forEach((count, pair) => {
    const value = (1 + Math.log(count)) * (weights.has(pair) ? weights.get(pair) : unknown);
    square += value * value;
    (shares.get(pair) || []).forEach(([article, share]) => { table[article].cosine += value * share; });
  });
  let most = 0;
  table.forEach((here) => { here.cosine /= Math.sqrt(square) || 1; most = Math.max(most, here.cosine); });
  table.forEach((here) => { here.cosine_lead = most > 0 ? here.cosine / most : 0; });
}

/** Forms found in a row of letters: the longest and none over another, or all. */
function formsIn(row, { forms, sizes }, every) {
  const found = [];
  for (let at = 0; at < row.length; at++) for (const size of sizes.get(row[at]) || []) {
    const entries = forms.get(row.substr(at, size));
    if (!entries) continue;
    entries.forEach(([name, own, telling, shares]) => found.push({ at, size, name, own, telling, shares }));
    if (!every) { at += size - 1; break; }
  }
  return found;
}
function formTable(rows) {
  const forms = new Map(), sizes = new Map();
  rows.forEach(([form, entries]) => {
    forms.set(form, entries);
    const known = sizes.get(form[0]) || [];
    if (!known.includes(form.length)) sizes.set(form[0], known.concat(form.length).sort((a, b) => b - a));
  });
  return { forms, sizes };
}
function termFeatures(row, scored, table) {
  const hits = formsIn(row, scored.terms), all = hits.concat(formsIn(row, scored.kin)), named = new Set();
  for (const { name, own, telling, shares } of all) {
    const first = !named.has(name);
    named.add(name);
    for (const [article, share, heading] of shares) {
      const key = `${own ? "term" : "related"}_${heading ? "heading" : "body"}`, value = share * telling, here = table[article];
      here[key] = Math.max(here[key], value);
      if (first) here.term_sum += value;
    }
  }
  const told = new Set(), hints = formsIn(row, scored.hints, true).filter((hit) => { const key = `${hit.at} ${row.substr(hit.at, hit.size)}`, known = [...told].find((each) => each.split(" ")[1] === key.split(" ")[1]); told.add(key); return !known || known === key; }).concat(hits);
  const sharing = new Map();
  hints.forEach(({ at, size }) => sharing.set(`${at} ${size}`, (sharing.get(`${at} ${size}`) || 0) + 1));
  for (const { at, size, telling, shares } of hints) for (const [article, share] of shares) {
    const here = table[article];
    here.hint_sum += share * telling / sharing.get(`${at} ${size}`);
    if (share >= 0.5) here.hint_count = Math.min(5, here.hint_count + telling);
  }
  const top = Math.max(...table.map(({ hint_sum }) => hint_sum));
  let most = 0;
  table.forEach((here) => {
    here.hint_share = top > 0 ? here.hint_sum / top : 0;
    here.terms = Math.max(here.term_heading, here.term_body, here.related_heading, here.related_body, Math.log1p(here.term_sum));
    here.term_sum = Math.log1p(here.term_sum);
    most = Math.max(most, here.terms);
  });
  table.forEach((here) => { here.term_share = most > 0 ? here.terms / most : 0; });
  return all;
}
const NONE = ["mass", "whole", "mass_heading", "whole_heading", "best", "best_rare", "runs", "term_heading", "term_body", "related_heading", "related_body", "term_sum", "hint_sum", "hint_count", "cosine"].reduce((all, name) => Object.assign(all, { [name]: 0 }), {});

/** The sentences of a text as the command has them, about: [start, end]. */
function sentencesOf(text) {
  const found = [];
  for (const match of all(/[^。！？!?；\n]*[。！？!?；]+[”’」』）)]*|[^。！？!?；\n]+/g, text)) if (match[0].trim()) found.push([match.index, match.index + match[0].length]);
  return found;
}

/** For every article {name, heading, page, spoken, passages}; `spoken` are sentences with why. */
function findCoverage(text, letters, quotations, citations) {
  const sentences = sentencesOf(text), found = [];
  for (const base of tables.bases) {
    const { scored } = base, spoken = base.articles.map(() => []), numbers = new Map(base.articles.map(({ number }, at) => [number, at]));
    const at = (place) => sentences.find(([start, end]) => start <= place && place < end) || [place, place + 1];
    const add = (number, place, why) => {
      const span = at(place), some = spoken[numbers.get(number)];
      if (some && !some.some((each) => each.start === span[0])) some.push({ start: span[0], end: span[1], why });
    };
    citations.filter((each) => each.base === base.id && each.article).forEach((each) => add(each.article, each.start, "可靠：引用条号"));
    quotations.filter(({ verdict, changes }) => verdict === "exact" || changes.length < 3).forEach((each) => each.places.filter((place) => place.base === base.id && place.article).forEach((place) => add(place.article, each.start, "可靠：原文")));
    if (!scored) continue;
    scored.wordings = scored.wordings || wordingsOf(base);
    scored.vectors = scored.vectors || vectorsOf(scored.rows);
    ["terms", "kin", "hints"].forEach((name) => { if (Array.isArray(scored[name])) scored[name] = formTable(scored[name]); });
    for (const [start, end] of sentences) {
      let { row } = foldRow(text.slice(start, end));
      scored.titles.forEach((title) => { row = row.split(title).join("|".repeat(title.length)); });
      const table = base.articles.map(() => Object.assign({}, NONE)), length = Math.log1p(row.length);
      wordingFeatures(row, scored.wordings, scored, table);
      cosineFeatures(row, scored.vectors, table);
      const hits = termFeatures(row, scored, table);
      table.forEach((here, article) => {
        here.length = length;
        const sum = Object.keys(scored.weights).reduce((all, name) => all + scored.weights[name] * here[name], scored.bias);
        if (sum < 0) return;
        const names = [...new Set(hits.filter(({ shares }) => shares.some(([other]) => other === article)).map(({ name }) => scored.names[name]))].slice(0, 2);
        if (!spoken[article].some((each) => each.start === start)) spoken[article].push({ start, end, why: names.length ? `可能：词条${names.map((name) => `“${name}”`).join("")}` : "可能：相近说法" });
      });
    }
    base.articles.forEach(({ number, name, heading, page, passages }, article) => found.push({ name: base.short + name, heading, page, base: base.id, article: number, spoken: spoken[article], passages }));
  }
  return found;
}

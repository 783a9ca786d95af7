/* 核稿: which articles a draft speaks of, the plain form of generator/linking/: what is cited, quoted, or called by its terms. */
/** For every article {name, heading, page, spoken, passages}; `spoken` are spans with why. */
function findCoverage(text, letters, quotations, citations) {
  const spoken = new Map(), add = (base, article, start, end, why) => {
    const key = `${base} ${article}`, known = spoken.get(key) || spoken.set(key, []).get(key);
    if (!known.some((each) => each.start < end && start < each.end)) known.push({ start, end, why });
  };
  citations.filter((each) => each.article).forEach((each) => add(each.base, each.article, ...sentenceAt(text, each.start), "可靠：引用条号"));
  quotations.forEach((each) => each.places.filter(({ article }) => article).forEach((place) => add(place.base, place.article, ...sentenceAt(text, each.start), "可靠：原文")));
  return [].concat(...tables.bases.map((base) => base.articles.map(({ number, name, heading, page, passages }) => ({
    name: base.short + name, heading, page, base: base.id, article: number, spoken: spoken.get(`${base.id} ${number}`) || [], passages,
  }))));
}
function sentenceAt(text, at) {
  const before = /[^。！？!?\n]*$/.exec(text.slice(0, at))[0].length, behind = /^[^。！？!?\n]*[。！？!?]?/.exec(text.slice(at))[0].length;
  return [at - before, at + behind];
}

"""Chinese text in itself: numerals, labels, sentences, outline, letters, scripts, pinyin."""

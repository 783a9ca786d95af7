"""What a reader gathered in the browser (摘编), printed: its file read, checked, set as a pack."""

from generator.outputs.packs.collected.printing import collection_pack
from generator.outputs.packs.collected.reading import Collection, Item, read_collection
from generator.outputs.packs.collected.standing import Places, Standing

__all__ = ["Collection", "Item", "Places", "Standing", "collection_pack", "read_collection"]

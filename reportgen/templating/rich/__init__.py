"""Values that are more than text: looks, links, pictures, page breaks, lists."""

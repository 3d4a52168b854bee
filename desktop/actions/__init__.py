"""Everything the reader can command, as tables; menus, toolbar, tooltips and the page of keys use them."""

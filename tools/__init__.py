"""Commands for those who build and run Balsis; `make` lists them."""

"""Balsis without a screen: design, collect, themes, compare, guidelines.

The five stages are five packages; `storage` keeps what they produce and
`workbench` is the front door through which every screen and script comes in.
"""

"""The paint kit: tokens, fonts, icons, texts and the marks every screen is made of.

Everything is painted from a `Paint` (theme, measures, fonts, caches, text scale) that is passed in; nothing is global.
A window owns a `ThemeSource`, hands `source.paint` to its widgets and gives them the new one on `theme_changed`.

    source       ThemeSource, make_paint(name, scale=) -> Paint; Paint.px(length)
    tokens       Theme, SquadColours, Measures; themes: load_theme(name), load_measures()
    fonts        TextRole; load_fonts(); paint.fonts.font(role), paint.fonts.metrics(role)
    text         paint.texts: line(text, role, width) -> Line; draw(painter, line, x=, baseline=, colour=), draw_centred
    icons        paint.icons.draw(painter, name, centre=, size=, colour=), .pixmap, .icon
    pixmaps      paint.pixmaps: any picture by name, size and ratio, for instance a whole row
    patch        draw_patch, draw_mark, mark_colours;  silhouettes: the outlines, chart_symbol, waiting_triangle
    pills        draw_time_pill, draw_count_pill, pill_tone;  bars: draw_fuse, draw_bullet;  rings: draw_ring
    flags        DANGER, PROTECTED, merged(n), escalated(n), moved(n), draw_flags, flags_width, draw_priority
    keycaps      draw_key_cap, key_cap_width;  heads: draw_group_head
    surfaces     draw_selection, draw_hairline, draw_focus_ring, draw_loading_bars
    styles       style_sheet(paint), palette(paint), css_font(paint, role) for plain Qt fields

Every mark is drawn by a function of (painter, rectangle, values, paint); where its parts lie is told by a `…_shape`
function without a painter, so that tests compare lengths and not pixels.
"""

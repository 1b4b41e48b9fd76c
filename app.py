"""The entry of the dashboard: language and navigation, then the page."""

from __future__ import annotations

import logging

import streamlit as st

from kpi.errors import StoreLost, StoreNewer
from lang import say
from ui import data, language, live, navigation, style


def main() -> None:
    lang = language.current()
    page = navigation.chosen(lang)
    st.set_page_config(page_title=f"{page.title} · {say('ui-title', lang)}", layout="wide")
    style.apply()
    try:
        page.run()
    except (StoreLost, StoreNewer) as error:
        st.error(say(error.key, lang, **error.params))
        live.await_repair(data.trouble)
    except Exception:  # the reader gets a sentence in their language; the log gets the rest
        logging.getLogger(__name__).exception("page %s failed", page.url_path)
        st.error(say("ui-fault", lang))


main()

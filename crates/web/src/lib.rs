//! HTTP: pages, API, texts, assets; parse, call app, render

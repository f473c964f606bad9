//! The site over its router, without a socket: a small town's pages, API, texts and headers.

#![expect(clippy::unwrap_used, reason = "a test stops where it is surprised")]

mod api;
mod busy;
mod campaigns;
mod coverage;
mod dashboard;
mod description;
mod events;
mod everybody;
mod faces;
mod feedback;
mod feeds;
mod found;
mod hostile;
mod information;
mod kept_pages;
mod leaflet;
mod locales;
mod map;
mod modules;
mod my_list;
mod pages;
mod partners;
mod provider;
mod pwa;
mod quality;
mod registering;
mod results;
mod screen;
mod search;
mod shared_list;
mod sign_in;
mod tasks;
mod tiles;
mod town;
mod visitor;
mod widget;

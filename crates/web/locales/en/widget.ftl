footer-widget = Embed on your own site
widget-title = { $about } – { $site }
widget-search = Search wellbeing services
widget-search-in = Search wellbeing services: { $name }
widget-words = What are you looking for?
widget-button = Search
widget-list = Selected services
widget-nothing = There are no services to show here right now. You can search with other words on the service tray.
widget-unknown = The address of this widget contains something that we do not recognise: “{ $name }”. The people who run the page can correct its code. You can look for services on the service tray.
widget-list-gone = This list can no longer be read. You can search the service tray for services.
widget-new-tab = Links and the search open in a new tab.
widget-opens = opens in a new tab
widget-all = { $count ->
    [one] See the service on the tray
   *[other] See all { $count } services
 }
builder-heading = Embed the service tray on your own site
builder-lead = Choose what to show on the page of your municipality or association, and copy the finished code. Without a theme, search words or a list, a search box is shown.
builder-error = Error:
builder-no-list = There is no list with this code, or it has expired. Check the code.
builder-language = Language of the embedded part
builder-words = Search words (optional)
builder-list = Code of a shared list (optional)
builder-height = Height in pixels
builder-make = Update the code and the preview
builder-code = Code
builder-code-text = Paste the code into an HTML block on your site. The title tells people who use a screen reader what is in the frame: keep it.
builder-copy = Copy the code
builder-copied = The code has been copied.
builder-preview = Preview
builder-sites = On which sites does it show?
builder-sites-text = It shows only on these sites. If yours is missing, ask those who run the service tray to add it.
builder-no-sites = No site has been allowed yet. The code works once those who run the service tray have added your site.
builder-privacy = The embedded part sets no cookies and does not tell us which page the visitor comes from.

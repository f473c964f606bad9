events-heading = Workshops and clinics
events-lead = Help with describing services, for municipalities, associations, parishes and others who provide services. At a workshop we describe services together; to a clinic you bring a question of your own.
events-none = There are no events coming up at the moment.
event-kind = What
event-kind-workshop = Workshop
event-kind-clinic = Clinic
event-time = When
event-when = { $day }, { $starts }–{ $ends }
event-place = Where
event-remote = Online
event-remote-note = The link to join is on your own registration page once you have a place.
event-remotely = Online
event-cancelled = The event is cancelled
event-cancelled-tag = Cancelled
event-begun = You can no longer register, because the event has started.
event-closed = Registration has closed.
event-full = The waiting list is full too, so your registration could not be accepted.
event-full-minute = A lot of registrations are coming in right now. What you wrote is safe on this page. Wait a minute and send it again.
event-calendar = Add to calendar (.ics)
event-materials = Materials
event-seats-free = There is room for everybody.
event-seats-left = Places left: { $count } of { $most }.
event-seats-none = The event is full. You can join the waiting list. Waiting now: { $count }.
event-closes = Register by { $name }.
register-heading = Register
register-error = Your registration is not saved yet
register-name = Name
register-organisation = Organisation
register-email = E-mail address
register-email-hint = The organiser writes to this address if something changes.
register-why = We need these details only to arrange the event. Only the organiser sees them.
register-kept = Your name and e-mail address are deleted by { $name }. After that, only the fact that your organisation took part remains.
register-button = Register
register-no-name = Enter your name.
register-no-organisation = Enter the name of your organisation.
register-no-email = Enter your e-mail address.
register-bad-email = Check the e-mail address. It should look like name@example.fi.
form-error = Nothing is saved yet
form-too-long = The text is too long. It may have at most { $count } characters.
form-personal = The text seems to contain a phone number or a personal identity code. Remove it: it is not needed.
form-no-day = Enter the date as 10.12.2026.
form-no-address = Enter the whole web address. It must begin with https://.
form-save = Save
form-back = Back without saving
own-seat = You are registered
own-waiting = You are on the waiting list
own-waiting-place = You are number { $count } on the waiting list. Places that become free go to the next on the list. This page will tell you when you have a place.
own-join = Join online
own-keep-heading = Keep the address of this page
own-keep = The address is yours alone. You can use it to see your registration and cancel it. We do not send it by e-mail.
own-kept-heading = What is stored about you
own-withdraw-note = If you cannot come, cancel your registration: your place goes to the next on the waiting list. Your details are deleted at once.
own-withdraw = Cancel registration
own-delete-note = The event is over. You can delete your details now.
own-delete = Delete my details
withdrawn-heading = Your registration is cancelled
withdrawn-text = Your details are deleted. If you change your mind, you can register again.
staff-events = Events
staff-event-new = New event
staff-event-edit = Edit the event
staff-events-public = The public page for events
staff-events-coming = Upcoming
staff-events-past = Past
staff-events-none = No events.
staff-registered = { $count ->
    [one] { $count } registered.
   *[other] { $count } registered.
}
staff-registered-of = { $count ->
    [one] { $count } registered, { $most } places.
   *[other] { $count } registered, { $most } places.
}
staff-partners-came = { $count ->
    [one] { $count } partner took part.
   *[other] { $count } partners took part.
}
staff-event-public = Public page and registration
staff-event-effect = Effect on descriptions
staff-event-cancel = Cancel the event
staff-event-restore = The event takes place after all
staff-participants = Participants
staff-kept = The details of those who registered are deleted on { $name }. The record of which partners took part remains.
staff-mail-all = Write to all who registered (as blind copy)
staff-marked = Those who took part were marked on { $name }.
staff-not-marked = Those who took part are not marked yet. Mark who came, and correct the organisation's name where needed, so that the same organisation always has the same name.
staff-counted-as-registered = Those who took part were not marked. Partners from whom somebody had registered are counted as having taken part.
staff-came = took part
staff-waiting = number { $count } on the waiting list
staff-others = Other organisations that took part
staff-others-hint = One line for each participant: the organisation's name, not people's names.
staff-attendance-save = Save who took part
staff-remove-registration = Remove a registration
staff-remove-registration-note = Remove a registration that is there twice, or that somebody asked you to remove. The details cannot be brought back.
staff-remove = Remove: { $name }
staff-took-part = Partners that took part
staff-participants-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
event-title-in = Name ({ $name })
event-description-in = Description ({ $name })
event-day = Date
event-starts = Begins
event-ends = Ends
event-remote-address = Address of the online meeting
event-remote-hint = Shown only to those who have a place.
event-capacity = Places
event-capacity-hint = Leave empty if there is room for everybody. When the places are taken, the others join the waiting list.
event-closes-label = Last day to register
event-closes-hint = If you leave it empty, people can register until the event begins.
event-no-kind = Choose whether the event is a workshop or a clinic.
event-no-title = Enter a name for the event in at least one language.
event-no-time = Enter the time as 9:00.
event-ends-too-early = The event must end later than it begins.
event-nowhere = Enter a place or the address of an online meeting.
event-no-number = Enter the number of places in digits: 1–10,000.
event-closes-too-late = Registration must close on the day of the event at the latest.
event-day-over = That day has already passed. People have registered, so the event cannot be moved to the past: their details would be deleted at once.
material-name = Name of the material
material-link = Web address
material-file = Or a file
material-file-hint = At most { $most } megabytes: { $kinds }. Make sure that the file is accessible.
material-add = Add material
material-nothing = Give either a web address or a file.
material-no-name = Enter a name for the material.
material-other-kind = Files of this kind are not accepted. Save it as a PDF, for example.
material-too-large = The file is too large.
material-too-many = The event cannot have any more materials. Remove one first.
effect-heading = Effect of the events
effect-heading-of = Effect: { $name }
effect-honest = This is a comparison, not proof. Those who come may have been keener than others to describe their services in any case.
effect-sentence = Compared with the time before the event, the average number of descriptions has changed by { $came } among those who took part and by { $others } among the others (measured { $point }).
effect-too-early = It is not yet a month since the event, so no change can be shown.
effect-nothing = The figures cannot be shown: too few organisations took part, or the catalogue had not been imported yet.
effect-came = Took part
effect-others = Others
effect-in-table = The same figures are in the table.
effect-table = Descriptions and their quality before and after
effect-point = Time
effect-organisations = Organisations
effect-descriptions = Descriptions on average
effect-more-descriptions = Change in descriptions
effect-score = Quality score on average
effect-more-score = Change in quality score
effect-descriptions-chart = Service descriptions per organisation
effect-score-chart = Quality score per organisation
effect-before = Before the event
effect-months = { $count ->
    [one] { $count } month after the event
   *[other] { $count } months after the event
}
effect-before-short = before
effect-months-short = { $count } mo
effect-fewer = fewer than { $count }
effect-how = How the figures are counted
effect-note-partners = Partners that took part: { $count }.
effect-note-unknown = Of them, not in the catalogue of services, or not linked to an organisation there: { $count }. They count as having no descriptions.
effect-note-others = { $count ->
    [one] They are compared with { $count } organisation that has services in the area and has not taken part in any event. Its figures are from the same days.
   *[other] They are compared with { $count } organisations that have services in the area and have not taken part in any event. Their figures are from the same days.
}
effect-note-first = Each partner is counted from its first event.
effect-note-points = Before the event means the beginning of its day. A time that has not been reached yet is empty.
effect-note-change = In brackets is the change in the same organisations since before the event. A service is counted for the organisation that is responsible for it now.
effect-note-hidden = If there are fewer than { $count } organisations, no figures are shown.
effect-note-since = The catalogue is known from { $name } onwards. There are no earlier figures.
partners-heading = Partners
partners-lead = The partners with whom services are described, and how far each has come on its PTV journey.
partners-none = There are no partners yet. Add the first one, or mark who took part in an event: they are then added here automatically.
partners-count = { $count ->
    [one] { $count } partner
   *[other] { $count } partners
}
partner-new = New partner
partner-new-hint = The name of a municipality, association, parish or other organisation, not of a person.
partner-add = Add the partner
partner-name = Partner
partner-progress = Steps done
partner-done = Steps that are done
partner-steps = Steps in all
partner-next = Next step
partner-descriptions = Descriptions
partner-last = Last marked
partner-no-name = Enter the partner's name.
partner-bad-name = Enter the name of an organisation for each. A name may have at most 120 characters, and no phone numbers or personal identity codes.
partner-name-taken = There is already a partner with this name.
partner-organisation-gone = The organisation is no longer in the catalogue. Choose another one.
partner-took-part = The partner took part in an event, so it cannot be removed.
partner-is = Organisation in the catalogue:
partner-gone = an organisation that is no longer in the catalogue
partner-describes = { $count ->
    [0] It has no published service descriptions.
    [one] It has { $count } published service description.
   *[other] It has { $count } published service descriptions.
}
partner-unknown = The partner is not linked to an organisation in the catalogue. Link it below once the organisation is there.
partner-events = Events in which the partner took part
partner-no-events = The partner has not taken part in events yet.
partner-details = Details of the partner
partner-search-label = Find the organisation in the catalogue
partner-search = Find
partner-which = Which organisation in the catalogue is the partner?
partner-none-of-them = None of these
partner-remove-note = Remove a partner that was added by mistake. What was marked about its steps is deleted too.
partner-remove = Remove the partner
journey-heading = PTV journey
journey-progress = { $count } / { $most }
journey-done = Everything done
journey-state = State
journey-state-not-begun = Not started
journey-state-under-way = In progress
journey-state-done = Done
journey-state-not-needed = Not needed
journey-day = Date
journey-note = Note
journey-marked = Marked by { $name } on { $day }
journey-save = Save the steps
journey-history = History of what was marked

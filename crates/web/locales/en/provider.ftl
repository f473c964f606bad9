provider-lead = Here you see what is most worth mending in your service descriptions, and what residents have told us about them.
provider-until = The link works until { $name }.
provider-secret = Whoever has the address of this page can see it, so do not pass it on to outsiders.
provider-descriptions = Your descriptions as residents see them
provider-descriptions-lead = Open a description and read it as a resident would. If it is right, confirm it: the date is shown on the service's page. The confirmation goes when the description changes.
provider-services-count = { $count ->
    [0] You have no published services yet.
    [one] { $count } service.
   *[other] { $count } services.
}
provider-reports = Residents have reported mistakes
provider-reports-lead = Residents say that this information is wrong. When you mend it, they are told, if they left an e-mail address.
provider-findings = { $count ->
    [0] Nothing to mend
    [one] { $count } thing to mend
   *[other] { $count } things to mend
}
provider-findings-lead = First comes what concerns most residents and costs most points.
provider-searched = What people searched for near you
provider-searched-lead = Searches of the last six months that found no good answer, in the places and on the subjects of your services. We tell numbers only, and show a search once it was made at least five times.
provider-searched-none = No search was made five times.
provider-searched-anywhere = The whole country
provider-confirmed = The provider confirmed this on { $name }
confirm-right = The description is still right
confirm-take-back = Take back the confirmation
confirm-changed = The description changed while you looked at it, and the confirmation was not saved. Read the description again, then confirm it.
mend-where = Mend it here:
mend-in-service = Finnish Service Catalogue (PTV) › Services › { $name } › Edit › { $version } › { $field }
mend-in-channel = Finnish Service Catalogue (PTV) › Service channels › { $name } › Edit › { $version } › { $field }
mend-in-connection = Finnish Service Catalogue (PTV) › Services › { $name } › Connections to service channels › details of the connection › { $version } › { $field }
mend-in-organisation = Finnish Service Catalogue (PTV) › Organisations › { $name } › Edit › { $version } › { $field }
mend-every-version = All language versions
mend-lahella = If you announce your activities in the Lähellä.fi service, mend it there, in the same field of your own announcement. The information goes from there to PTV, not the other way.
mend-reach = { $count ->
    [one] Concerns { $count } resident
   *[other] Concerns { $count } residents
}
digest-heading = Digest by e-mail
digest-lead = We send what is most worth mending and a link to this page. Nothing is sent when there is nothing to mend. The address is for this alone, and you can remove it at any time.
digest-email = E-mail address
digest-email-hint = Best a shared address that somebody reads during holidays too.
digest-rhythm = How often the digest is sent
digest-rhythm-weekly = At most once a week
digest-rhythm-monthly = At most once a month
digest-rhythm-never = Not sent
digest-no-address = The e-mail address is not right. Write it in the form name@example.fi.
digest-missing-address = Write an e-mail address, or choose that no digest is sent.
digest-saved-weekly = Saved. The digest is sent once a week at most.
digest-saved-monthly = Saved. The digest is sent once a month at most.
digest-saved-never = Saved. No digest is sent, and no address is kept.
digest-end-heading = Stopping the digest
digest-end = When you press the button, we send no more digests and delete the e-mail address.
digest-end-button = Stop the messages
digest-ended-heading = The digest is no longer sent
digest-ended = We have deleted the e-mail address. The link to your descriptions goes on working for its time.
no-provider-link-title = The link no longer works
no-provider-link-text = The link leads nowhere. Ask the wellbeing services county for a new one.
links-heading = Links for the provider
links-lead = With a link an organisation sees its own descriptions and what to mend in them, without an account. Give it only to whoever is responsible for the organisation's descriptions.
links-made = The link is ready
links-made-once = Copy the address now: it cannot be seen again, since we do not keep it. If the address is lost, make a new link.
links-make = Make a link
links-validity = Valid for
links-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
links-language = Language of messages and page
links-no-mail = Mail is not set up, so digests cannot be sent.
links-all = Links that were made
links-none = No links have been made yet.
links-open = Valid until { $name }
links-expired = Ended on { $name }
links-revoked = Revoked on { $name }
links-made-by = Made by { $name } on { $day }
links-no-digest = No digest is sent
links-digest-sent = last on { $name }
links-renew = Renew from today
links-revoke = Revoke
links-too-many = The organisation has as many valid links as it may have. Revoke one of them first.

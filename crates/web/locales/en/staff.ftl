sign-in-heading = Sign in as the coordinator
sign-in-lead = These pages are for the coordinator of the wellbeing services county. You do not need to sign in to search for services.
sign-in-error = You are not signed in yet
sign-in-name = Your name
sign-in-name-hint = Other coordinators see your name beside what you do.
sign-in-password = Password
sign-in-button = Sign in
sign-in-cookie = You stay signed in for ten hours. Your browser remembers it in a cookie that holds your name.
sign-in-no-name = Enter your name.
sign-in-long-name = The name is too long. It may have at most { $count } characters.
sign-in-wrong = The password is wrong. Check it and try again.
sign-in-too-often = The password has been tried too many times. Wait a minute and try again.
sign-in-kept = Your session had ended when you sent the form. The form was not saved, but what you wrote is safe on this page. Sign in and you can send it again.
sign-out = Sign out
no-sign-in-title = The coordinator’s pages are not switched on
no-sign-in-text = On this site the coordinator cannot sign in. Those who run the site switch it on by setting a password.
signed-out-title = You are no longer signed in
signed-out-text = Your session has ended and the change was not saved. The form had a file attached, or was too long to keep. Sign in on another tab, then go back to the previous page and send the form again.
typed-heading = Send what you wrote
typed-lead = You are signed in again. The form that you sent after your session had ended has not been saved yet.
typed-send = Send the form
typed-leave = Go to the coordinator’s pages without sending it
staff-ways = The coordinator’s pages
week-feedback = Feedback from the last seven days
week-feedback-count = { $count ->
    [0] There is no feedback.
    [one] { $count } piece of feedback.
   *[other] { $count } pieces of feedback.
}
week-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
week-all-imports = All imports
sign-in-pressed = Your session had ended when you pressed the button, and nothing was changed. Sign in and you get back to the page, where you can press it again.
typed-fields = What you wrote
typed-page = It belongs to the page “{ $name }”.

# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2

everywhere =
    .urgent = Urgent numbers
    .exit = Close
    .home = Start
    .more = More

home = Information and useful contacts.
    .need = At home
    .child = A child
    .language = Language
ask-place =
    In which town?

    { line }
    .rather-not = I would rather not say
    .zones = List of areas
zones = Choose the area.
which-place = Choose the place.
near = Here is the nearest contact.
    .other = Another place
anywhere = Here are the contacts.
service = Here is the card.
    .if-i-call = If I call, what happens?
if-i-call = Here are the steps.
exit = All right, thank you.
unsure = Perhaps I did not understand.
    .human = Talk to a person
human = Here is who answers: 1522.
voice = I cannot listen: 112, 1522.
    .human = Talk to a person
language = Choose the language.

line =
    { $line_state ->
        [none] Danger: 112.
       *[other] Meanwhile: { $line }. Danger: 112.
    }
always-line = { line }
list-end = The call stays in the log.
list-empty = There is no suitable contact.
item-open = Card { $number }
line-open = Who answers now
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, { $km } km away
    }
item-no-contact = To reach it call { $number }.
item-go-in-person = Go in person.
item-no-relay = Its number is not confirmed.
item-appointment = By appointment.
item-online = Reached on the internet.
item-only-for = for: { $who }
item-welcomes = Welcomes: { $who }.
item-address = Address: { $address }
item-cost-free = The call is free.
item-languages = Languages: { $languages }
item-trace-phone = The call stays in the log.
item-trace-web = The visit stays in the history.
item-other-desks = Other desks: { $places }.
status-always = Answers day and night.
status-open = Open now.
status-closed = Opens { $when }.
status-shut = Closed now.
status-unknown = Hours not certain.
status-machine = A machine may reply.
status-desk-always = The place is always open.
audience =
    { $who ->
        [women] women
       *[anyone] anybody
    }
source = Source: { $name }, { $date }.
source-stale = Source: { $name }, { $date }. Old.
verified = Checked { $date }.
date-year = { $year }
date-month = { $month }/{ $year }
date-day = { $day }/{ $month }/{ $year }
when = day { $weekday } at { $time }
when-later = day { $weekday }, { $day } { $month }, at { $time }
contact-sms = SMS
contact-whatsapp = WhatsApp
contact-chat = chat
contact-app = app
contact-switchboard = switchboard
language-name =
    { $code ->
        [it] Italian
       *[other] { $code }
    }
call-unknown = The number is to be confirmed.
call-other = A person answers, or a machine.
call-listening_desk = A person answers.
item-trace-messages = Messages stay on the phone: you can remove them.
item-trace-email = The email stays among those you sent.
item-trace-app = The app can be seen on the phone.
service-language = Names and addresses are in Italian.
item-danger-only = Number not confirmed yet. If there is danger: { $number }.
status-desk-open = By its hours, the office is open now.
no-answer-others = The same service can also be reached here:
no-answer-none = We know no other suitable number. The gap is in our list, not in you.
position-stays =
    { $channel ->
        [whatsapp] The position stays in the chat until you delete it.
       *[other] { "" }
    }
call-online = It is reached on the net.
copied = It stays on the clipboard.

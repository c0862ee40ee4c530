# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
#
# English, machine-made from the Italian and not yet signed by a native speaker (see locale.yaml).

## What every screen has

everywhere =
    .urgent = Urgent numbers
    .exit = Close
    .home = Home
    .more = Next

## Start and choice of subject

home =
    Automatic service for the province of Pisa, Italy: useful information and contacts. A program answers: we do not read this, and we keep nothing.

    { $channel ->
        [whatsapp] You can answer with a number or in your own words. The chat stays on the phone until you delete it: see Privacy.
        [telegram] You can choose below or write in your own words. Close deletes the messages, yours and ours.
       *[other] You can choose below or write in your own words. Close leaves at once.
    }

    If no answer comes here, do not wait: call. 112 always answers.
    .me = For me
    .privacy = Privacy
    .language = Lingua · Language

me =
    Choose the subject closest to what you need, or write in your own words. No names and no details are needed.
    .couple = Family or partner
    .talk = Talk to a person

## Place

ask-place =
    In which town or village do you need a contact? The name is enough, no street. Please do not send your location.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas

line =
    { $line_state ->
        [always] Meanwhile, at any hour and free: { $line }. Danger now: 112.
        [open] Meanwhile you can call { $line } ({ $line_name }): by its hours, it answers now. Danger now: 112.
        [unknown] Meanwhile you can try { $line } ({ $line_name }), hours not certain. Danger now: 112.
       *[none] Danger now: 112.
    }

far-away =
    Write a town that is easier for you to reach or to call. It may be far from home, or in another province.

    { line }
    .rather-not = I'd rather not say
    .list = List of areas

which-place =
    Choose the right place from this list, or write its full name.

zones =
    Choose the area from this list, or write the name of the nearest town. No street is needed.
    .rather-not = I'd rather not say

here =
    All right: { $place }. What do you need a contact for? Choose below, or write in your own words.
    .couple = Family or partner
    .talk = Talk to a person

## For those who need words of their own

minor =
    Thank you for writing this. Here are numbers that answer.

    114: if you or another child are in danger. At any hour, free.
    19696: if you want to talk to somebody. At any hour.
    Danger now: 112.

    It is not your fault. You can also tell an adult whom you trust.
    .place = Contacts near you

self-harm =
    Thank you for writing this. What you feel matters.

    If you might hurt yourself now: 112.
    If you are under 18: 19696, at any hour.
    If you can, stay close to somebody you trust.

change =
    Change is possible, and asking is a first step. If you fear that you may hurt somebody, move away without taking anyone. Danger now: 112.

    In which town do you need a contact? The name is enough.
    .rather-not = I'd rather not say
    .list = List of areas

watched =
    In which town or village do you need a contact? The name is enough. If somebody can read this phone, it is better to use another. Before you change anything, talk to a centre: a change can be noticed.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas

## Contacts

near =
    Here are the contacts for the area that you named today, the most suitable first.
    .far = Far from home
    .other-place = Another place

far =
    Here are contacts far from the area that you named, if you want to go elsewhere.
    .near = The nearest ones

anywhere =
    That is fine. Here are the contacts, with no need to name a place.

outside =
    That place is outside our area. Here is what we know near it.
    .other-place = Another place

abroad =
    Here we only know places in Italy. You can write an Italian town. For anything urgent, the number all over Europe is 112.
    .other-place = Another place

always-line =
    { $line_state ->
        [always] At any hour, free: { $line }. Danger: 112.
        [open] By its hours, { $line } ({ $line_name }) answers now. Danger: 112.
        [unknown] You can also try { $line } ({ $line_name }), hours not certain. Danger: 112.
       *[none] Danger: 112.
    }
list-end = Calls stay in the call history.
list-empty = We have no suitable contact for this place. The gap is in our list, not in you. You can name another place.

service =
    Here is the card that you chose, with the contacts and hours that are known.
    .if-i-call = If I call, what happens?
    .back = Back to the list

item-open = Details { $number }
line-open = The number above
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, about { $km } km in a straight line
    }
item-no-contact = Number not confirmed yet. You can ask: { $number }.
item-no-relay = Number not confirmed yet.
item-go-in-person = Go in person. Emergency: 112.
item-appointment = By appointment: call first.
item-address = Address: { $address }
item-cost-free = The call is free.
item-languages = Languages: { $languages }
item-trace-phone = The call stays in the call history: you can remove it.
item-trace-web = The visit stays in the browser's history.
status-always = Answers day and night.
status-open = By its hours, it answers now.
status-closed = It does not answer now. Opens { $when }.
status-machine = Hours not certain: voicemail may reply.
status-unknown = Hours not certain.
status-desk-always = Open day and night: go in person.
item-online = Reached on the internet: see its card.
item-only-for = for: { $who }
item-welcomes = Welcomes: { $who }.
audience =
    { $who ->
        [women] women
        [men] men
        [minors] minors
        [young] young people
        [elderly] older people
        [disabled] people with disabilities
        [deaf] deaf people
        [lgbtq] LGBTQIA+ people
        [migrants] people from abroad
        [workers] workers
        [families] families
        [university] those who study or work at the university
        [perpetrators] men who want to change
        [professionals] professionals
       *[anyone] anybody
    }
item-other-desks = Other local offices: { $places }.
source-stale = Source: { $name }, { $date }. Old, to be checked again.
status-shut = It does not answer now.
contact-sms = SMS
contact-whatsapp = WhatsApp
contact-chat = chat
contact-app = app
contact-switchboard = switchboard
language-name =
    { $code ->
        [ar] Arabic
        [bn] Bengali
        [de] German
        [en] English
        [es] Spanish
        [fa] Farsi
        [fr] French
        [hi] Hindi
        [hr] Croatian
        [it] Italian
        [pa] Punjabi
        [pl] Polish
        [pt] Portuguese
        [ro] Romanian
        [ru] Russian
        [si] Sinhala
        [sq] Albanian
        [sr] Serbian
        [ti] Tigrinya
        [uk] Ukrainian
        [ur] Urdu
        [zh] Chinese
       *[other] { $code }
    }
source = Source: { $name }, { $date }. Never checked by phone.
verified = Checked { $date }.
date-year = { $year }
date-month = { month } { $year }
date-day = { $day } { month } { $year }
when = { weekday } at { $time }
month =
    { $month ->
        [jan] January
        [feb] February
        [mar] March
        [apr] April
        [may] May
        [jun] June
        [jul] July
        [aug] August
        [sep] September
        [oct] October
        [nov] November
       *[dec] December
    }
weekday =
    { $weekday ->
        [today] today
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
       *[sun] Sunday
    }
item-trace-messages = Messages stay on the phone: you can remove them.
item-trace-email = The email stays among those you sent.
item-trace-app = The app can be seen on the phone.
service-language = Names and addresses are in Italian.
item-danger-only = Number not confirmed yet. If there is danger: { $number }.
status-desk-open = By its hours, the office is open now.
no-answer-others = The same service can also be reached here:
no-answer-none = We know no other suitable number. The gap is in our list, not in you.

## What happens if I call

if-i-call =
    What usually happens if you call: here are the steps, one by one.
    .back = Back to the card


call-1522 = At 1522 a woman operator answers, at any hour, free of charge. You need not say who you are and can hang up at any time. She listens, informs and names services near you. English is one of 11 languages. For emergencies there is a procedure with the police. There is a chat too, at www.1522.eu.
call-anti_violence_centre = The centre answers, or its voicemail. You need not leave your number on the voicemail; if you do, say when it is safe to call back. The centre listens and gives psychological and legal support, free of charge. You decide what to say and what to do afterwards.
call-listening_desk = A person answers, or voicemail. You need not leave your number on the voicemail; if you do, say when it is safe to call back. They listen and name the right services. You decide what to say and what to do afterwards.
call-hospital = You go to the emergency department in person, day or night. You can ask for Codice Rosa: a private room, care, support. Care is free. You need not report to the police. The phone is the hospital's switchboard, not a helpline.

call-victim_support = Somebody from the service answers. It is free and it is for anyone who suffered a crime, even without a report: listening, information on rights, psychological support.
call-university_desk = Somebody who makes appointments answers. It is free, you need not say who you are and no report is needed. It is for those who study or work at the three universities of Pisa.
call-unknown = This service's number is not confirmed yet, so we do not know who answers. The card says whom you can ask.
call-other = A person answers, or voicemail. You need not leave your number on the voicemail; if you do, say when it is safe to call back. You can hang up at any time.
call-112 = At 112 an operator answers, at any hour, free of charge. They ask what is happening and where you are, and pass the call to whoever is needed: police, fire brigade or ambulance.

## Urgent

emergency =
    .cannot-speak = I cannot speak
    .go-on = See contacts

cannot-speak =
    There are other ways, besides speaking. Each has its limits.

    Where ARE U: the app of 112, with a silent call or chat. It must already be installed, and it shows on the phone.
    { $phone_112_sordi ->
        [none] { "" }
       *[other] 112 Sordi: { $phone_112_sordi }, for people who are deaf or cannot speak. A text message comes, so that you can write.
    }
    1522: chat at www.1522.eu, to be heard and advised. The visit stays in the browsing history.

    If you can, get someone you trust to call 112.
    .go-on = See contacts

voice =
    Numbers that answer day and night, public holidays included: 112, 1522.

    I cannot listen to voice messages{ $channel ->
        [whatsapp] { "" }; you can delete yours from the chat
       *[other] { "" }
    }. You can write, or choose below.
    .cannot-speak = I cannot speak
    .me = For me

## Leaving, privacy, chat

exit =
    All right, thank you. For information about offices and services, write whenever you like.

    The service is automatic and answers at any hour.

privacy =
    How it works: a program answers, and we do not read the chat. { $controller ->
        [none] This is a trial version: the data controller is not named yet.
       *[other] Data controller: { $controller }.
    } We keep no name, number, words or place.

    { $channel ->
        [whatsapp] Meta and Twilio see your number and messages. The chat stays on the phone until you delete it: Close deletes nothing here.
        [telegram] Telegram sees the messages. Close deletes the messages; the empty chat stays in the list.
       *[other] Nothing stays here, but the screen can be read.
    } Notifications, linked computers and backups may keep copies. This is not complete protection: if you fear that your phone is watched, use another one.
    .clean-chat = Delete the chat

clean-chat =
    To delete it: press and hold the chat and tap Delete. Look at linked computers, backups and the call log too.

    { $channel ->
        [whatsapp] We cannot delete it ourselves.
        [telegram] Close deletes the messages, not the entry in the list of chats.
       *[other] { "" }
    } A chat that has gone may be noticed: choose what is safer for you.
    .back = Back to Privacy

language =
    Scegli la lingua. Choose your language.

## When words are not enough

unsure =
    Perhaps I did not understand, and that is not your fault. You can choose below, or write a few words, for example the name of your town. If it is urgent: 112.
    .me = For me
    .talk = Talk to a person
    .go-on = See contacts

human =
    A real person understands better than a program. Here is who answers.

    1522, at any hour, free: they listen and say whom to turn to. You need not say who you are, and you can call for somebody else too.
    112: danger now, or somebody is hurt.

    The call stays in the call history.
    .if-i-call = If I call, what happens?

thanks =
    Thank you. You can come back whenever you like: it always starts from the beginning. { $channel ->
        [whatsapp] This chat stays on the phone until you delete it.
        [telegram] Close deletes the messages.
       *[other] { "" }
    }
    .clean-chat = Delete the chat

seeks-person =
    This service has no information about people or addresses, and it cannot find anybody. If somebody is missing or in danger: 112. If you need somewhere to stay, you can ask 1522.
    .talk = Talk to a person

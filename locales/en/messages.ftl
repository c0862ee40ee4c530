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
    Automatic service for the province of Pisa, Italy: useful information and contacts. A program answers: we do not read this, and we do not keep what you write.

    If no answer comes here, do not wait: call. 112 is there at any hour.

    { $channel ->
        [whatsapp] You can answer with a number or in your own words. The chat stays on the phone until you delete it: write “privacy” to see how.
        [telegram] You can choose below or write in your own words. Close deletes the messages, yours and ours.
       *[other] You can choose below or write in your own words. Close leaves at once.
    }
    .me = For me
    .other = For somebody else
    .minor = I am under 18
    .work = Work and family
    .change = Change something in me
    .language = Lingua · Language
    .more = More
    .privacy = Privacy

me =
    Choose the subject closest to what you need, or write in your own words. No names and no details are needed.
    .couple = Family or partner
    .touch = Contact I did not want
    .watched = Followed or controlled
    .dark = I feel really bad
    .else = Other subjects
    .talk = Talk to a person

me-else =
    Here are other subjects. Choose the one closest to what you need, or write in your own words.
    .foreign = I come from another country
    .treated = I am treated unfairly
    .age = Older age or disability
    .children = My children see or hear it
    .health = Health and family clinic
    .legal = Home, money, rights

foreign =
    Choose the subject closest to what you need. Nobody here asks for names or papers.
    .papers = I fear for my papers
    .vows = Wedding or rites I refuse
    .exploited = Work without freedom
    .origin = Treated as a foreigner
    .interpreter = Asking for an interpreter
    .talk = Talk to a person

treated =
    Choose the closest subject. Nobody deserves to be treated worse for who they are or where they come from.
    .origin = My origin or religion
    .love = Who I love or who I am
    .age = My age or a disability
    .work = At work
    .talk = Talk to a person

## Place

ask-place =
    In which town or village do you need a contact? The name is enough, no street. Please do not send your location.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas
    .signs = Signs to take seriously
    .men = Who welcomes men too
    .language = Lingua · Language

line =
    { $line_state ->
        [always] At any hour and free: { $line }. Danger now: 112.
        [open] You can call { $line } ({ $line_name }): according to its hours, it answers now. Danger now: 112.
        [unknown] You can try { $line } ({ $line_name }), hours not certain. Danger now: 112.
        [closed] Closed now, opens { $line_opens }: { $line } ({ $line_name }). Danger now: 112.
       *[none] Danger now: 112.
    }

work-line =
    { $line_state ->
        [always] At any hour and free: { $line }.
        [open] You can call { $line } ({ $line_name }): according to its hours, it answers now.
        [unknown] You can try { $line } ({ $line_name }), hours not certain.
        [closed] Closed now, opens { $line_opens }: { $line } ({ $line_name }).
       *[none] We have no number for this yet.
    }

far-away =
    Write a town that is easier for you to reach or to call. It may be far from home, or in another province.

    { line }
    .rather-not = I'd rather not say
    .list = List of areas

which-place =
    Choose the right place from this list, or write its full name.

    { line }
    .rather-not = I'd rather not say

zones =
    Choose the area from this list, or write the name of the nearest town. No street is needed. If you would rather not say, that is fine.

    { line }
    .rather-not = I'd rather not say
    .language = Lingua · Language

here =
    All right: { $place }. For whom, or for what, do you need a contact? Choose below, or write in your own words.
    .couple = Family or partner
    .other = For somebody else
    .minor = I am under 18
    .work = Work and family
    .change = Change something in me
    .talk = Talk to a person

## The same question, in the words of each subject

touch =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    Your health comes first: you can see a doctor, even if time has passed. It is not your fault, whatever happened. You decide what to say and to whom.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas
    .hospital = At the emergency department

watched =
    In which town or village do you need a contact? The name is enough. If somebody can read this phone, it is better to use another.

    Before you change or remove anything, talk to a centre: a change can be noticed.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas
    .report = Photos or messages online

papers =
    In which town or village do you need a contact? The name is enough. Nobody here asks for your papers.

    At 1522 you need not say who you are: ask for advice before you decide. 112 can send an ambulance or the police. About residence permits we can promise nothing here.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas
    .interpreter = Asking for an interpreter

vows =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    You decide about your body, and about marrying or not. If you fear a journey that you do not want, ask for advice before you leave. If a child is involved: 114.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas

exploited =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    If somebody keeps your money, your papers or your freedom, it is not your fault. You can call just to ask a question.{ $phone_antitratta ->
        [none] { "" }
       *[other] { " " }Anti-trafficking number, hours not certain: { $phone_antitratta }. If it cannot be reached, try this.
    }

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas
    .interpreter = Asking for an interpreter

origin =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    Nobody deserves to be treated worse for their language, country, skin or religion. You can tell somebody, even if you only saw it.

    { line }
    .rather-not = I'd rather not say
    .list = List of areas

love =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    Who you are and whom you love is yours to tell, to whom you want and when you want. If somebody makes you suffer for it, it is not your fault.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas

elder =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    At any age, and with any body, nobody has the right to hurt you, take your money or leave you without care. Somebody you trust can call for you.

    { line }
    .rather-not = I'd rather not say
    .list = List of areas
    .cannot-speak = I cannot hear or speak

children =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    Young children notice a lot, even from the next room. It is not their fault, nor yours. Asking for advice is already doing something. For a child in danger: 114.

    { line }
    .rather-not = I'd rather not say
    .far = Somewhere far from home
    .list = List of areas

health =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    For intimate health, a pregnancy or advice there is the family clinic (consultorio). Its numbers are not confirmed yet: here are the addresses that we know.

    { line }
    .rather-not = I'd rather not say
    .list = List of areas
    .call = What the clinic does

legal =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    About a home, money, children or separating, you can find out before you decide. Finding out binds you to nothing.

    { line }
    .rather-not = I'd rather not say
    .list = List of areas
    .call = Social services
    .papers = I fear for my papers
    .police = Law enforcement

signs =
    Here are the signs to take seriously, even one alone.

    Hands around a neck. A weapon. Threats to kill, or to take their own life. Somebody who follows or waits. Harm to the children. Violence that gets worse. The time of a separation.

    If there is one, say so at once to whoever answers. Anyone whose neck was squeezed must see a doctor, even if nothing shows and time has passed.

    { line }
    .hospital = At the emergency department
    .contacts = Contacts

men =
    Here is who welcomes men too. If you like, write the name of your town. It can happen to anybody, and it is not your fault.
    .near = The nearest ones
    .hospital = At the emergency department

men-near =
    Here is who welcomes men too, for the area that you named today.
    .hospital = At the emergency department

## Those who think of hurting themselves

self-harm =
    You did well to reach out. What you feel matters.

    If the risk is now, for you or for somebody dear to you: 112.
    { $phone_19696 ->
        [none] Under 18, if you are in danger: 114, at any hour.
       *[other] Under 18: { $phone_19696 }, at any hour.
    }

    If you can, stay close to somebody you trust. If it is for somebody else, stay with them. Here is who listens.
    .if-i-call = If I call, what happens?
    .minor = I am under 18

self-harm-minor =
    You did well to reach out. What you feel matters.

    { $phone_19696 ->
        [none] 114: if you are in danger. At any hour.
       *[other] { $phone_19696 }: you can talk to somebody. At any hour.
    }
    If you might hurt yourself now: 112.

    Stay close to an adult you trust. You need not explain everything.
    .call = If I call, what happens?
    .who = Who can I tell?

## For somebody else

friend =
    Who is the contact for? If it is happening now: 112. You can call even if you are not sure. Better not to go there yourself.

    You can ask for advice yourself, without naming anybody. Before you write to that person, think about who may read their phone.
    .adult = An adult
    .child = A child or a teenager
    .age = Older or disabled person
    .dark = Somebody feels really bad
    .how = How to stand by them

how-to-help =
    How to stand by somebody who is having a hard time. Listen and believe them. Do not ask for details. You can say: "It is not your fault. What do you need now?".

    They decide, in their own time. Do not talk to the person who hurts them: it can get worse. Leave no trace on their phone.

    Danger now: 112. For advice, for you too: 1522.
    .adult = Contacts for an adult
    .child = Contacts for a child
    .report = Report online

for-child =
    In which town or village do you need a contact? The name is enough. You do not have to say it.

    114: if a child is in danger. At any hour, free. { $phone_19696 ->
        [none] { "" }
       *[other] { $phone_19696 }: for a worried adult too.{ " " }
    }Danger now: 112.

    If they tell you about it, listen and believe. Do not ask many questions.
    .rather-not = I'd rather not say
    .list = List of areas
    .sees = Sees or hears it at home

## A child who writes

minor =
    You did well to reach out. Here are the numbers to call.

    114: if you, or another child or teenager, are in danger. At any hour, free.
    { $phone_19696 ->
        [none] Danger now: 112.
       *[other] { $phone_19696 }: if you want to talk to somebody. At any hour.
    Danger now: 112.
    }

    It is not your fault. You can also tell an adult you trust.
    .call = If I call, what happens?
    .who = Who can I tell?
    .dark = I feel really bad
    .family = And those I live with?
    .place = Contacts near me
    .grown = I am not under 18

minor-place =
    In which town do you need a contact? The name is enough. You do not have to say it.

    { line }{ $phone_19696 ->
        [none] { "" }
       *[other] { " " }To talk: { $phone_19696 }.
    }
    .rather-not = I'd rather not say
    .list = List of areas

minor-call =
    Here is what you can do if you call 114{ $phone_19696 ->
        [none] .
       *[other] { " " }or { $phone_19696 }.
    }

    You say only what you want, and you can hang up at any time. If you do not know where to begin, say your age and how you feel.

    Do you want to know who they will tell? Ask straight away: we cannot promise you that it stays secret. The call stays in the phone's history: you can use the phone of somebody you trust.
    .back = Back to the numbers

minor-family =
    You are thinking of those you live with: here is what can be done.

    If somebody is in danger now: 112. You can call too, from a safe place.
    For you, or for another child or teenager: 114.
    For your mum, or another adult, there is 1522: at any hour, free. They can call without saying who they are.

    Do not step in between, even if you want to help. It is not your fault, and it is not up to you to stop anybody.
    .call = If I call, what happens?
    .who = Who can I tell?
    .back = Back to the numbers

minor-who =
    Who can you tell? An adult you trust: you choose. It can be somebody who teaches you, a coach, a doctor.

    You can begin like this: "Something is happening to me and I need you to listen".

    If the first one does not listen, try another. { $phone_19696 ->
        [none] If you are in danger there is 114.
       *[other] To talk to somebody there is { $phone_19696 } too.
    }
    .back = Back to the numbers

## Those who want to stop hurting others

change =
    Change is possible, and asking is a first step. If you fear that you may hurt somebody, go somewhere else, without taking anyone with you. Danger now, or somebody hurt: 112. Anyone whose neck was squeezed must see a doctor.

    In which town do you need a contact? The name is enough. Of these centres we have the names, not the numbers yet.
    .rather-not = I'd rather not say
    .list = List of areas
    .now = Stop now
    .call = What happens there
    .talk = Talk to a person

change-now =
    You can stop now. Go somewhere else, without taking anyone with you. If you have been drinking, go on foot.

    Do not write to or call the person you argued with. Walk and breathe slowly, until you feel calmer. If somebody is in danger or hurt: 112.

    What you do now is your choice.
    .talk = Talk to a person
    .back = Contacts

change-call =
    What happens in these centres: here is what we know. Usually you call or write yourself. There are meetings, alone or in a group.

    You talk about what you do and how to stop. It is no short cut, and it guarantees nothing to those near you. Danger now: 112.
    .back = Contacts

change-legal =
    Our list still has a gap for this, and it is not because of you. About children or a home you can ask your town hall, or a lawyer.

    If a judge has given an order, respect it even if you are asked to come back. Danger: 112.
    .talk = Talk to a person
    .back = Contacts

change-else =
    Perhaps I did not understand, and that is not your fault. You can choose below, or use other words.

    If somebody is hurting you: choose Home, then “For me”. Danger now: 112.
    .now = Stop now
    .talk = Talk to a person
    .back = Contacts

change-dark =
    You did well to write this. What you feel matters.

    If you might hurt yourself or others now: 112. Go somewhere else, without taking anyone with you.

    If you can, stay with a friend you trust, not with the person you argued with. Here is who listens.
    .now = Stop now
    .back = Contacts

human-change =
    You can talk to a person. This line listens to anybody: it is not a centre for change, but talking can give you time. If somebody is in danger: 112.
    .now = Stop now
    .back = Contacts

## Work and family time

work =
    Choose the subject closest to what you need, or write in your own words. No names are needed.
    .unequal = I am treated unfairly
    .unwanted = Unwanted words or gestures
    .parents = Pregnancy and children
    .wellbeing = Feeling well at work
    .resign = Pushed to resign
    .time = Time for the family

unequal =
    Less pay, a slower career, different rules. If it is because you are a woman, or a man, there is the Province's equality adviser (Consigliera di parità). For other reasons there is the regional centre Io non odio.

    It is not your fault, and asking binds you to nothing.

    { work-line }
    .contacts = Contacts
    .consigliera = The equality adviser

unwanted =
    Here is who you can turn to when something at work is wrong. It is not your fault.

    If somebody laid hands on you, or if you are afraid: 1522, at any hour, free.

    There is the Province's equality adviser (Consigliera di parità) too. In a public body ask for the equality committee (CUG).

    { work-line }
    .contacts = Contacts
    .consigliera = The equality adviser

parents =
    Pregnancy, children, going back to work: nobody should treat you worse for this.

    If it happens, there is the Province's equality adviser (Consigliera di parità). For maternity and leave ask INPS: its number is not confirmed yet, so we do not write it.

    { work-line }
    .contacts = Contacts
    .consigliera = The equality adviser
    .time = Leave and working hours

wellbeing =
    Feeling well at work matters. In a public body ask for the equality committee (CUG): your personnel office can tell you who is on it. We do not have the names of the offices yet.

    If you study or work at the university, ask for the confidential adviser (consigliera di fiducia): we do not have her contact.

    We have no number for this yet.
    .contacts = Contacts
    .consigliera = The equality adviser

resign =
    Before you sign you can ask for advice, even if somebody hurries you.

    If it is about being a woman or a man, a pregnancy or a child, there is the Province's equality adviser (Consigliera di parità). If it is about origin, there is the regional centre Io non odio. For anything else, a contract that is not renewed included, our list has a gap: you can ask a trade union.

    { work-line }
    .contacts = Contacts
    .consigliera = The equality adviser

consigliera =
    The equality adviser (Consigliera di parità) of the Province of Pisa is for people who work, or look for work, and are treated worse because they are a woman or a man, or because of a pregnancy or a child.

    How to reach her is not confirmed yet, nor how to reach the Equal Opportunities Office: we do not write it. You can ask the Province. Source: Il Cuoio in diretta, March 2022.
    .contacts = Contacts

balance =
    Choose the subject closest to what you need, or write in your own words.
    .leave = Leave and time off
    .part-time = Shorter hours
    .care = Caring for a relative
    .parents = Problems over children

leave =
    Maternity and paternity leave, leave for children: you can ask INPS. Its number is not confirmed yet, so we do not write it.

    You can also ask your personnel office.

    { work-line }
    .contacts = Contacts

part-time =
    Shorter or different hours: our list has no office for this yet. You can ask your personnel office.

    If they refuse, or treat you worse, because of a pregnancy or children, there is the Province's equality adviser (Consigliera di parità).

    { work-line }
    .contacts = Contacts
    .consigliera = The equality adviser

care =
    Leave to care for a relative: you can ask INPS. Its number is not confirmed yet, so we do not write it.

    You can also ask your personnel office.

    { work-line }
    .contacts = Contacts

## Contacts

near =
    Here are the contacts for the area that you named today.
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
    Here we only know places in Italy. You can write an Italian town. In Italy the urgent number is 112.
    .other-place = Another place

always-line =
    { $line_state ->
        [always] At any hour, free: { $line }. Danger: 112.
        [open] According to its hours, { $line } ({ $line_name }) answers now. Danger: 112.
        [unknown] You can also try { $line } ({ $line_name }), hours not certain. Danger: 112.
        [closed] Closed now, opens { $line_opens }: { $line } ({ $line_name }). Danger: 112.
       *[none] Danger: 112.
    }
list-end = Calls stay in the call history.
list-empty =
    We have no suitable contact here yet. The gap is in our list: it is not because of you.{ $line ->
        [none] { " " }You can ask your town council which office deals with this.
       *[other] { "" }
    }

service =
    Here is the card that you chose, with the contacts and hours that are known.
    .if-i-call = If I call, what happens?
    .no-answer = Nobody answers
    .back = Back to the list

item-open = Details { $number }
line-open =
    { $number ->
        [none] Who answers at any hour
       *[other] The number { $number }
    }
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, about { $km } km in a straight line
    }
item-no-contact =
    { $name ->
        [none] Number not confirmed yet. Meanwhile: { $number }.
       *[other] Number not confirmed yet. Meanwhile: { $number } ({ $name }).
    }
item-no-relay = Number not confirmed yet.
item-go-in-person = Go in person. Emergency: 112.
item-appointment = By appointment: call first.
item-address = Address: { $address }
item-cost-free =
    { $number ->
        [none] The call is free.
       *[other] The call to { $number } is free.
    }
item-languages = Languages: { $languages }
item-trace-phone = The call stays in the call history.
item-trace-web = The visit stays in the browser's history.
status-always = Answers day and night.
status-open = According to its hours, it answers now.
status-closed = It does not answer now. Opens { $when }.
status-machine = Hours not certain: voicemail may answer.
status-unknown = Hours not certain.
status-desk-always = Open day and night: go in person.
item-online = Reached on the internet: see its card.
item-only-for = for: { $who }
item-welcomes = Welcomes: { $who }.
audience =
    { $who ->
        [women] women
        [men] men
        [minors] people under 18
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
when-later = { weekday } { $day } { month } at { $time }
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
item-trace-messages = Messages stay on the phone.
item-trace-email = The email stays in your sent folder.
item-trace-app = The app can be seen on the phone.
service-language = Names and addresses are in Italian.
item-danger-only = Number not confirmed yet. If there is danger: { $number }.
status-desk-open = According to its hours, the office is open now.
no-answer-others = The same service can also be reached here:
no-answer-none = We know no other suitable number. The gap is in our list: it is not because of you.

## What happens if I call

if-i-call =
    What usually happens if you call: here are the steps, one by one.
    .back = Back to the card

call-112 = At 112 an operations room answers, and passes the call on to ambulance, police or fire brigade. Say at once where you are and what is happening. Stay on the line if you can. If you cannot speak, Urgent numbers says what to do.
call-1522 = At 1522 a woman operator answers, at any hour, free of charge. You need not say who you are and can hang up at any time. She listens, informs and names services near you. English is one of 11 languages. For emergencies there is a procedure with the police. There is a chat too, at www.1522.eu.
call-114 = 114 is there at any hour, free of charge. It is for a child in danger: the child can call, or an adult. If you do not know where to begin, say where you are and whether you are afraid now.
call-19696 = It is a listening line, at any hour. It is for children and teenagers, and for adults who worry about them. You say only what you want. You can hang up at any time.
call-telefono-amico = It is a listening line. You can talk about how you feel, and hang up at any time. It costs as much as an ordinary call. If it is busy, try again. If you are at risk now, call 112.
call-anti_violence_centre = The centre may answer, or its voicemail. You need not leave your number on the voicemail; if you do, say when it is safe to call back. You can talk about it, and ask for psychological or legal support too. You decide what to say and what to do afterwards.
call-listening_desk = A person may answer, or voicemail. You need not leave your number on the voicemail; if you do, say when it is safe to call back. You can ask which services are right. You decide what to say and what to do afterwards.
call-hospital = You go to the emergency department in person, day or night. You can ask for Codice Rosa, the pathway for people who suffer violence. Somebody you trust can go with you. The phone is the hospital's switchboard, not a helpline.
call-victim_support = It is a service for anyone who suffered a crime. You can ask what your rights are and which support there is. You decide what to say.
call-university_desk = You call to make an appointment. It is for those who study or work at the three universities of Pisa. You decide what to say.
call-equality_body = It listens to anybody who suffers or sees hate or discrimination. You can ask who to turn to. You decide what to say and what to do afterwards.
call-anti_trafficking = It is a line for people who are exploited or sold, and for those who see it. You can ask what can be done, and hang up at any time. If this number cannot be reached, there are 112 and 1522.
call-lgbtq = It listens to LGBTQIA+ people and those close to them. You decide what to say. You can hang up at any time.
call-health_line = It is the number of the out-of-hours doctor and of health advice that is not urgent. If it is urgent: 112.
call-online = You do not phone this service: you reach it in writing, or online. The card says how.
call-unknown = This service's number is not confirmed yet, so we do not know who answers. The card says what we know.
call-other = A person may answer, or voicemail. You need not leave your number on the voicemail; if you do, say when it is safe to call back. You can hang up at any time.

calls =
    What happens if you call? Choose who: we tell you the steps that we know.
    .line = The national line
    .emergency = Calling 112
    .centre = A listening centre
    .hospital = The emergency department
    .social = Social services
    .police = Law enforcement

if-line =
    What usually happens if you call the national line: here are the steps.

    { call-1522 }
    .cannot-speak = I cannot speak
    .calls = Other answers

if-112 =
    What usually happens if you call: here are the steps.

    { call-112 }
    .cannot-speak = I cannot speak
    .calls = Other answers

if-centre =
    What usually happens if you call one of the centres.

    { call-anti_violence_centre }
    .contacts = Contacts
    .calls = Other answers

if-hospital =
    { call-hospital }
    .contacts = Contacts
    .calls = Other answers

if-police =
    What happens if you call: here is everything that we know. To talk to police or carabinieri at once there is 112: other numbers are not confirmed yet.

    In an office you can ask for information, tell what happened, or sign a report. In Peccioli the carabinieri have a private room (La Nazione, February 2025). Before that you can ask 1522 for advice: you need not say who you are.
    .report = Report online
    .back = Back to the choice

if-social =
    What happens if you ask your town's social services: here is what we know. You can ask to talk to a social worker, and what there is in your area about housing, money, children and care.

    The offices' numbers are not confirmed: we write only the addresses that we know. Before that you can ask 1522 for advice.
    .back = Back to the choice

if-consultorio =
    What you can ask the family clinic (consultorio): here is what we know. It belongs to the health authority. You can ask about intimate health, pregnancy and families. In Pisa there is a clinic for people aged 13 to 25 (La Nazione, April 2025).

    Numbers and hours are not confirmed. { $phone_116117 ->
        [none] If it is urgent: 112.
       *[other] For care that is not urgent there is { $phone_116117 }.
    }
    .back = Back to the question

report =
    You can report online: here is what we know, with its limits. If the danger is now: 112.

    YouPol: an app of the Police, to write and send photos. It does not replace 112.
    Commissariato online: for crimes on the internet. It is not a formal complaint.
    Privacy authority (Garante): if you fear that intimate images of you may spread.

    Before you delete anything, ask 1522 for advice.
    .app = The YouPol app
    .web = Commissariato online
    .images = Privacy authority

report-card =
    { service }
    .back = Back to the choice

## When a number fails

no-answer =
    A number can be busy, closed or changed. Try again soon, or try this.
    .back = Back to the list

wrong =
    A number can be busy, closed or changed. Try again soon, or try another number of your list.

    { line }

    Nobody reads this. To correct the list there is the Province's Equal Opportunities Office.
    .talk = Talk to a person

## Urgent

emergency =
    .cannot-speak = I cannot speak
    .go-on = See contacts
    .language = Lingua · Language

cannot-speak =
    There are other ways, besides speaking. Each has its limits: here they are.

    1522: chat at www.1522.eu, to be heard and advised. The visit stays in the browsing history.
    { $phone_112_sordi ->
        [none] 112 Sordi, for people who cannot hear: its number is not confirmed. On their site people register beforehand.
       *[other] 112 Sordi: { $phone_112_sordi }, for people who cannot hear or speak. A text message comes, so that you can write.
    }
    Where ARE U, the app of 112: it must already be installed, and it shows on the phone. Its source is old (2024): not confirmed.

    If you can, get someone you trust to call: 112, or 114 if you are under 18.
    .sordi = The site of 112 Sordi
    .interpreter = Asking for an interpreter
    .go-on = See contacts

cannot-speak-112 =
    There are other ways, besides speaking. Each has its limits: here they are.

    { $phone_112_sordi ->
        [none] 112 Sordi, for people who cannot hear: its number is not confirmed. Register beforehand at www.112sordi.it.
       *[other] 112 Sordi: { $phone_112_sordi }, for people who cannot hear or speak. A text message comes, so that you can write.
    }
    Where ARE U, the app of 112: it must already be installed, and it shows on the phone. Its source is old (2024): not confirmed.

    If you can, get somebody else to call 112.
    .go-on = See contacts

copied = Buttons with only a number copy it: it stays on the clipboard.

position-stays =
    { $channel ->
        [whatsapp] The position stays in the chat until you delete it.
       *[other] { "" }
    }

voice =
    Here is what you can do now, without waiting for anybody to read.

    { line }

    { $channel ->
        [whatsapp] I cannot listen to voice messages: you can delete yours from the chat. You can write, or choose below.
       *[other] I cannot listen to voice messages. You can write, or choose below.
    }
    .cannot-speak = I cannot speak
    .me = For me

hard =
    Can somebody write for you? Choose a person you trust.

    { $channel ->
        [whatsapp] You can answer with a digit only: 1, 2, 3. 9 shows the numbers to call, 0 closes.
       *[other] You can tap the buttons without writing. The numbers to call are on every screen.
    }

    112 and 1522 are lines for speaking, at any hour.
    .cannot-speak = I cannot hear or speak
    .interpreter = Asking for an interpreter
    .language = Lingua · Language
    .talk = Talk to a person

interpreter =
    A sentence to show or to read to whoever answers, in Italian:

    «Buongiorno. Non parlo bene l'italiano. Mi serve un interprete. La mia lingua è l'inglese.»

    It means: "Good morning. I do not speak Italian well. I need an interpreter. My language is English."

    If you cannot hear: «Non sento. Possiamo scriverci? Mi serve un interprete della lingua dei segni.» It means: "I cannot hear. Can we write? I need a sign language interpreter."

    At 1522 you can speak English. In other offices ask first.
    .talk = Talk to a person

## Leaving, privacy, chat

exit =
    All right, thank you. For information about offices and services, write whenever you like.

    The service is automatic and answers at any hour.

privacy =
    How it works: a program answers, and we do not read the chat. { $controller ->
        [none] This is a trial version: the data controller is not named yet.
       *[other] Data controller: { $controller }.
    }

    We keep no name, number, words or place. For ten minutes we remember where you are in the conversation, then it is forgotten.

    { $channel ->
        [whatsapp] Meta and Twilio see your number and messages.
        [telegram] Telegram sees the messages.
       *[other] People nearby can read the screen.
    } This is not complete protection: it can do nothing against a spying app. If you fear that you are watched, use another phone.
    .traces = What stays
    .clean-chat = Delete the chat

traces =
    How it works, in short: what stays on the phone.

    { $channel ->
        [whatsapp] The chat, until you delete it: Close deletes nothing, and we cannot.
        [telegram] Close deletes the messages. After ten idle minutes they are deleted in silence. If the program breaks down, some may stay. The empty chat stays in the list. A number that you copy stays in the clipboard.
       *[other] Nothing stays here, apart from the screen.
    }

    Calls stay in the call history. Notifications, watches, linked computers and backups may have a copy.
    .clean-chat = Delete the chat
    .back = Back to Privacy

clean-chat =
    To make room on the phone: press and hold the chat and tap Delete. Look at linked computers, backups and the call log too.

    { $channel ->
        [whatsapp] We cannot delete it ourselves.
        [telegram] Close deletes the messages, not the entry in the list of chats.
       *[other] { "" }
    } A chat that has gone may be noticed: choose what is safer for you.
    .back = Back to Privacy

language =
    Scegli la lingua in cui leggere. Choose the language to read here.

    Tel. 1522 (24 h): italiano, English, français, español, português, العربية, polski, فارسی, shqip, русский, українська.
    Tel. 112: pericolo adesso, danger now.

language-112 =
    Scegli la lingua in cui leggere. Choose the language to read here.

    Tel. 112: pericolo adesso, danger now.

## When words are not enough

unsure =
    Perhaps I did not understand, and that is not your fault. You can choose below, or write a few words, for example the name of your town.

    { line }
    .me = For me
    .talk = Talk to a person
    .go-on = See contacts
    .language = Lingua · Language

human =
    A real person understands better than a program. Here is who answers.

    { line }

    You say only what you want, and hang up when you want. You can call for somebody else too. The call stays in the call history.
    .calls = If I call, what happens?
    .contacts = Contacts

thanks =
    Thank you. You can come back whenever you like: it always starts from the beginning. { $channel ->
        [whatsapp] This chat stays on the phone until you delete it.
        [telegram] Close deletes the messages.
       *[other] { "" }
    }
    .clean-chat = Delete the chat

seeks-person =
    This service has no information about people or addresses, and it cannot find anybody. If somebody is missing or in danger: 112. If you need somewhere to stay, talk to a person.
    .talk = Talk to a person

## The network and its offices

more =
    Other useful things. Choose below, or write in your own words.
    .network = The network, its offices
    .calls = If I call, what happens?
    .hard = Writing or speaking is hard
    .interpreter = Asking for an interpreter
    .wrong = A number does not answer
    .talk = Talk to a person

network =
    The network is coordinated by the Equal Opportunities Office of the Province of Pisa. It works against violence and every discrimination. It also deals with equality at work, family time, and women where decisions are made.

    About its round table (Tavolo) and how to reach the office we have no reliable source yet, so we do not write it.
    .members = Who belongs to it
    .projects = What is done
    .decide = Where decisions are made
    .pros = For those who work in it

network-members =
    Who belongs to the network, according to the provincial agreement of 2013, renewed in 2020: Prefettura, Province, towns, court and prosecutor, police forces, universities, health authority and Pisa hospital, health and social consortium, equality adviser, anti-violence centres.

    Sources: Prefettura, 2020; La Nazione, November 2024. Today's list is not confirmed.
    .zones = Areas and authorities
    .back = Back to the network

network-projects =
    What is done in the network: here is what our sources say.

    A desk for those who study or work at the three universities (La Nazione, June 2025). Codice Rosa in emergency departments (PisaNews, November 2025). A private room at the carabinieri in Peccioli (La Nazione, February 2025).

    About other projects we have no source yet.
    .back = Back to the network

network-decide =
    Where decisions are made, in town governments, councils and companies, women are needed too.

    Our list has little on this. A council for equal opportunities took office in Vicopisano (La Nazione, November 2024). For the rest you can ask the Province.
    .back = Back to the network

network-zones =
    The areas of the network, with their social consortium (Società della Salute, SdS) and health authority (ASL).

    Zona Pisana: SdS Zona Pisana, ASL Toscana nord ovest.
    Valdera e Alta Val di Cecina: SdS Alta Val di Cecina Valdera, ASL Toscana nord ovest.
    Valdarno Inferiore: SdS Empolese Valdarno Valdelsa, ASL Toscana centro.
    Valli Etrusche: SdS Valli Etrusche, ASL Toscana nord ovest.

    Sources: towns and health authorities, 2012-2022. The phone numbers are not confirmed yet.
    .back = Back to the network

network-pros =
    For those who work in the network: choose the role, then the town. The contacts are those that everybody sees, with their source.
    .centres = Centres and listening
    .social = Social services
    .health = Health
    .minors = Children
    .work = Work
    .zones = Areas and authorities

# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2

everywhere =
    .urgent = Numeri urgenti
    .exit = Chiudi
    .home = Inizio
    .more = Altro

home = Informazioni e contatti utili.
    .need = In casa
    .child = Un minore
    .language = Lingua
ask-place =
    In quale comune?

    { line }
    .rather-not = Preferisco non dirlo
    .zones = Elenco delle zone
zones = Scegli la zona.
which-place = Scegli il posto.
near = Ecco il contatto più vicino.
    .other = Un altro posto
anywhere = Ecco i contatti.
service = Ecco la scheda.
    .if-i-call = Se chiamo, che succede?
if-i-call = Ecco i passi.
exit = Va bene, grazie.
unsure = Forse non ho capito.
    .human = Parlare con una persona
human = Ecco chi risponde: 1522.
voice = Non posso ascoltare: 112, 1522.
    .human = Parlare con una persona
language = Scegli la lingua.

line =
    { $line_state ->
        [none] Pericolo: 112.
       *[other] Intanto: { $line }. Pericolo: 112.
    }
always-line = { line }
list-end = La chiamata resta nel registro.
list-empty = Qui non c'è un contatto adatto.
item-open = Scheda { $number }
line-open = Chi risponde adesso
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, a { $km } km
    }
item-no-contact = Per arrivarci chiama il { $number }.
item-go-in-person = Si va di persona.
item-no-relay = Il suo numero non è confermato.
item-appointment = Su appuntamento.
item-online = Si raggiunge in rete.
item-only-for = per: { $who }
item-welcomes = Accoglie: { $who }.
item-address = Indirizzo: { $address }
item-cost-free = La chiamata è gratis.
item-languages = Lingue: { $languages }
item-trace-phone = La chiamata resta nel registro.
item-trace-web = La visita resta nella cronologia.
item-other-desks = Altri sportelli: { $places }.
status-always = Risponde giorno e notte.
status-open = Adesso è aperto.
status-closed = Riapre { $when }.
status-shut = Adesso è chiuso.
status-unknown = Orari non certi.
status-machine = Può rispondere la segreteria.
status-desk-always = La sede è sempre aperta.
audience =
    { $who ->
        [women] donne
       *[anyone] chiunque
    }
source = Fonte: { $name }, { $date }.
source-stale = Fonte: { $name }, { $date }. Vecchia.
verified = Controllato { $date }.
date-year = { $year }
date-month = { $month }/{ $year }
date-day = { $day }/{ $month }/{ $year }
when = giorno { $weekday } alle { $time }
when-later = giorno { $weekday }, { $day } { $month }, alle { $time }
contact-sms = SMS
contact-whatsapp = WhatsApp
contact-chat = chat
contact-app = app
contact-switchboard = centralino
language-name =
    { $code ->
        [it] italiano
       *[other] { $code }
    }
call-unknown = Il numero è da confermare.
call-other = Risponde una persona, o la segreteria.
call-listening_desk = Risponde una persona.
item-trace-messages = I messaggi restano sul telefono: puoi toglierli.
item-trace-email = L'email resta nella posta inviata.
item-trace-app = L'app si vede sul telefono.
service-language = Nomi e indirizzi sono in italiano.
item-danger-only = Numero da confermare. Se c'è pericolo: { $number }.
status-desk-open = Secondo gli orari, lo sportello è aperto adesso.
no-answer-others = Lo stesso servizio si raggiunge anche così:
no-answer-none = Non conosciamo un altro numero adatto. È un vuoto dell'elenco, non dipende da te.
# Dopo una posizione, dove nessuno di noi può cancellarla.
position-stays =
    { $channel ->
        [whatsapp] La posizione resta nella chat finché non la elimini tu.
       *[other] { "" }
    }
call-online = Si raggiunge in rete.
copied = Resta negli appunti.

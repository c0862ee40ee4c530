# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
#
# I testi italiani: sono la base delle altre lingue. Ogni messaggio porta il nome del suo nodo in flows/, ogni
# etichetta quello del pulsante. Regole: i primi 60 caratteri non rivelano nulla; frasi corte; nessuna colpa, nessun
# "perché", nessun dettaglio chiesto, nessuna promessa che non dipende da noi.

## Ciò che ogni schermata ha

everywhere =
    .urgent = Numeri urgenti
    .exit = Chiudi
    .home = Inizio
    .more = Avanti

## Inizio e scelta dell'argomento

home =
    Servizio automatico per la provincia di Pisa: informazioni e contatti utili. Risponde un programma: nessuno di noi legge, e noi non conserviamo nulla.

    { $channel ->
        [whatsapp] Puoi rispondere con un numero o con parole tue. La chat resta sul telefono finché non la elimini: vedi Privacy.
        [telegram] Puoi scegliere qui sotto o scrivere con parole tue. Chiudi cancella i messaggi, tuoi e nostri.
       *[other] Puoi scegliere qui sotto o scrivere con parole tue. Chiudi fa uscire subito.
    }

    Se qui non arriva risposta, non aspettare: chiama. Il 112 risponde sempre.
    .me = Per me
    .privacy = Privacy
    .language = Lingua · Language

me =
    Scegli l'argomento più vicino a quello che ti serve, oppure scrivi con parole tue. Non servono nomi né dettagli.
    .couple = In famiglia o in coppia
    .talk = Parlare con una persona

## Luogo

ask-place =
    In quale comune o frazione ti serve un contatto? Basta il nome, senza indirizzo. Non mandare la posizione.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone

# Il numero competente, mostrato mentre si chiede il luogo.
line =
    { $line_state ->
        [always] Intanto, a ogni ora e gratis: { $line }. Pericolo adesso: 112.
        [open] Intanto puoi chiamare { $line } ({ $line_name }): secondo gli orari, adesso risponde. Pericolo adesso: 112.
        [unknown] Intanto puoi provare { $line } ({ $line_name }), orari non certi. Pericolo adesso: 112.
       *[none] Pericolo adesso: 112.
    }

far-away =
    Scrivi un comune dove ti è più facile andare o telefonare. Può essere lontano da casa, o in un'altra provincia.

    { line }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone

which-place =
    Scegli il posto giusto da questo elenco, oppure scrivi il nome per intero.

zones =
    Scegli la zona da questo elenco, oppure scrivi il nome del comune più vicino. Non serve l'indirizzo.
    .rather-not = Preferisco non dirlo

here =
    Va bene: { $place }. Per che cosa ti serve un contatto? Scegli qui sotto, o scrivi con parole tue.
    .couple = In famiglia o in coppia
    .talk = Parlare con una persona

## Chi ha bisogno di parole sue

minor =
    Grazie per averlo scritto. Qui ci sono numeri che rispondono.

    114: se tu o un altro minore siete in pericolo. A ogni ora, gratis.
    19696: se vuoi parlare con qualcuno. A ogni ora.
    Pericolo adesso: 112.

    Non è colpa tua. Puoi dirlo anche a un adulto di cui ti fidi.
    .place = Contatti vicini

self-harm =
    Grazie per averlo scritto. Quello che senti è importante.

    Se rischi di farti del male adesso: 112.
    Se hai meno di 18 anni: 19696, a ogni ora.
    Se puoi, stai vicino a qualcuno di cui ti fidi.

change =
    Cambiare si può, e chiedere è un primo passo. Se temi di fare del male, allontanati senza portare nessuno. Pericolo adesso: 112.

    In quale comune ti serve un contatto? Basta il nome.
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone

watched =
    In quale comune o frazione ti serve un contatto? Basta il nome. Se qualcuno può leggere questo telefono, meglio usarne un altro. Prima di cambiare qualcosa, parlane con un centro: un cambiamento può farsi notare.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone

## Contatti

near =
    Ecco i contatti per la zona che hai indicato oggi, prima i più adatti.
    .far = Lontano da casa
    .other-place = Un altro posto

far =
    Ecco i contatti lontani dalla zona che hai indicato, se vuoi andare altrove.
    .near = I più vicini

anywhere =
    Va bene così. Ecco i contatti, senza bisogno di dire il luogo.

outside =
    Questo posto è fuori dalla nostra zona. Ecco che cosa conosciamo lì vicino.
    .other-place = Un altro posto

abroad =
    Qui conosciamo solo posti in Italia. Puoi scrivere un comune italiano. Se è urgente, in tutta Europa il numero è 112.
    .other-place = Un altro posto

# Sotto ogni elenco di contatti.
always-line =
    { $line_state ->
        [always] A ogni ora, gratis: { $line }. Pericolo: 112.
        [open] Secondo gli orari, adesso risponde { $line } ({ $line_name }). Pericolo: 112.
        [unknown] Puoi provare anche { $line } ({ $line_name }), orari non certi. Pericolo: 112.
       *[none] Pericolo: 112.
    }
list-end = Le chiamate restano nel registro del telefono.
list-empty = Per questo posto non abbiamo un contatto adatto. È un vuoto dell'elenco, non dipende da te. Puoi indicare un altro posto.

service =
    Ecco la scheda che hai scelto, con i recapiti e gli orari noti.
    .if-i-call = Se chiamo, che succede?
    .back = Torna all'elenco

item-open = Dettagli { $number }
line-open = Il numero qui sopra
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, circa { $km } km in linea d'aria
    }
item-no-contact = Numero da confermare. Puoi chiedere a: { $number }.
item-no-relay = Numero da confermare.
item-go-in-person = Si va di persona. Emergenza: 112.
item-appointment = Sportello su appuntamento: prima chiama.
item-address = Indirizzo: { $address }
item-cost-free = La chiamata è gratis.
item-languages = Lingue: { $languages }
item-trace-phone = La chiamata resta nel registro del telefono: puoi toglierla.
item-trace-web = La visita resta nella cronologia.
status-always = Risponde giorno e notte.
status-open = Secondo gli orari, adesso risponde.
status-closed = Adesso non risponde. Riapre { $when }.
status-machine = Orari non certi: può rispondere la segreteria.
status-unknown = Orari non certi.
status-desk-always = Aperto giorno e notte: si va di persona.
item-online = Si raggiunge in rete: vedi la scheda.
item-only-for = per: { $who }
item-welcomes = Accoglie: { $who }.
audience =
    { $who ->
        [women] donne
        [men] uomini
        [minors] minori
        [young] giovani
        [elderly] persone anziane
        [disabled] persone con disabilità
        [deaf] persone sorde
        [lgbtq] persone LGBTQIA+
        [migrants] persone straniere
        [workers] chi lavora
        [families] famiglie
        [university] chi studia o lavora all'università
        [perpetrators] uomini che vogliono cambiare
        [professionals] operatori
       *[anyone] chiunque
    }
item-other-desks = Altri sportelli: { $places }.
source-stale = Fonte: { $name }, { $date }. Dato vecchio, da ricontrollare.
status-shut = Adesso non risponde.
contact-sms = SMS
contact-whatsapp = WhatsApp
contact-chat = chat
contact-app = app
contact-switchboard = centralino
language-name =
    { $code ->
        [ar] arabo
        [bn] bengalese
        [de] tedesco
        [en] inglese
        [es] spagnolo
        [fa] farsi
        [fr] francese
        [hi] hindi
        [hr] croato
        [it] italiano
        [pa] punjabi
        [pl] polacco
        [pt] portoghese
        [ro] romeno
        [ru] russo
        [si] singalese
        [sq] albanese
        [sr] serbo
        [ti] tigrino
        [uk] ucraino
        [ur] urdu
        [zh] cinese
       *[other] { $code }
    }
source = Fonte: { $name }, { $date }. Mai controllato per telefono.
verified = Controllato { $date }.
date-year = { $year }
date-month = { month } { $year }
date-day = { $day } { month } { $year }
when = { weekday } alle { $time }
month =
    { $month ->
        [jan] gennaio
        [feb] febbraio
        [mar] marzo
        [apr] aprile
        [may] maggio
        [jun] giugno
        [jul] luglio
        [aug] agosto
        [sep] settembre
        [oct] ottobre
        [nov] novembre
       *[dec] dicembre
    }
weekday =
    { $weekday ->
        [today] oggi
        [mon] lunedì
        [tue] martedì
        [wed] mercoledì
        [thu] giovedì
        [fri] venerdì
        [sat] sabato
       *[sun] domenica
    }
item-trace-messages = I messaggi restano sul telefono: puoi toglierli.
item-trace-email = L'email resta nella posta inviata.
item-trace-app = L'app si vede sul telefono.
service-language = Nomi e indirizzi sono in italiano.
item-danger-only = Numero da confermare. Se c'è pericolo: { $number }.
status-desk-open = Secondo gli orari, lo sportello è aperto adesso.
no-answer-others = Lo stesso servizio si raggiunge anche così:
no-answer-none = Non conosciamo un altro numero adatto. È un vuoto dell'elenco, non dipende da te.

## Che cosa succede se chiamo

if-i-call =
    Che cosa succede di solito se chiami: ecco i passi, uno per uno.
    .back = Torna alla scheda


call-1522 = Al 1522 risponde un'operatrice, a ogni ora, gratis. Puoi non dire chi sei e chiudere quando vuoi. Ascolta, informa, indica i servizi vicini. Si può parlare in 11 lingue. Per le emergenze ha una procedura con le forze dell'ordine. C'è anche la chat su www.1522.eu.
call-anti_violence_centre = Risponde il centro, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Il centro ascolta e dà sostegno psicologico e legale, gratis. Decidi tu che cosa dire e che cosa fare dopo.
call-listening_desk = Risponde una persona, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Ascolta e indica i servizi adatti. Decidi tu che cosa dire e che cosa fare dopo.
call-hospital = Al pronto soccorso si va di persona, giorno e notte. Puoi chiedere il Codice Rosa: una stanza riservata, cure, sostegno. Le cure sono gratis. Non serve una denuncia. Il telefono è il centralino dell'ospedale, non una linea di ascolto.

call-victim_support = Risponde una persona del servizio. È gratis e vale per chi ha subito un reato, anche senza denuncia: ascolto, informazioni sui diritti, sostegno psicologico.
call-university_desk = Risponde chi fissa gli appuntamenti. È gratis, puoi non dire chi sei e non serve una denuncia. È per chi studia o lavora nelle tre università di Pisa.
call-unknown = Il numero di questo servizio è da confermare, quindi non sappiamo chi risponde. La scheda dice a chi puoi chiedere.
call-other = Risponde una persona, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Puoi chiudere quando vuoi.
call-112 = Al 112 risponde un operatore, a ogni ora, gratis. Chiede che cosa succede e dove sei, e passa la chiamata a chi serve: forze dell'ordine, vigili del fuoco o ambulanza.

## Urgenza

# Il testo dei numeri urgenti è una costante di bot/emergency.py: qui stanno solo le etichette.
emergency =
    .cannot-speak = Non posso parlare
    .go-on = Vai ai contatti

cannot-speak =
    Ci sono altri modi, oltre alla voce. Ognuno ha dei limiti.

    Where ARE U: app del 112, con chiamata muta o chat. Va installata prima, e si vede sul telefono.
    { $phone_112_sordi ->
        [none] { "" }
       *[other] 112 Sordi: { $phone_112_sordi }, per persone sorde o che non parlano. Arriva un SMS per scrivere.
    }
    1522: chat su www.1522.eu, per ascolto e consigli. La visita resta nella cronologia.

    Se puoi, fai chiamare il 112 da una persona di cui ti fidi.
    .go-on = Vai ai contatti

voice =
    Numeri che rispondono giorno e notte, anche nei giorni di festa: 112, 1522.

    Non posso ascoltare i vocali{ $channel ->
        [whatsapp] { "" }: puoi eliminarlo dalla chat
       *[other] { "" }
    }. Puoi scrivere, o scegliere qui sotto.
    .cannot-speak = Non posso parlare
    .me = Per me

## Uscita, privacy, chat

exit =
    Va bene, grazie. Per informazioni su uffici e servizi scrivi quando vuoi.

    Il servizio è automatico e risponde a ogni ora.

privacy =
    Come funziona: risponde un programma, e nessuno di noi legge la chat. { $controller ->
        [none] È una versione di prova: il titolare non è ancora indicato.
       *[other] Titolare: { $controller }.
    } Non conserviamo nome, numero, parole o luogo.

    { $channel ->
        [whatsapp] Meta e Twilio vedono numero e messaggi. La chat resta sul telefono finché non la elimini: Chiudi qui non cancella.
        [telegram] Telegram vede i messaggi. Chiudi cancella i messaggi; la chat vuota resta nell'elenco.
       *[other] Qui non resta nulla, ma lo schermo può essere letto.
    } Notifiche, computer collegati e backup possono tenerne copia. Non è una protezione completa: se temi che controllino il telefono, usane un altro.
    .clean-chat = Cancellare la chat

clean-chat =
    Per cancellarla: tieni premuta la chat e tocca Elimina. Guarda anche computer collegati, backup e registro delle chiamate.

    { $channel ->
        [whatsapp] Noi non possiamo cancellarla.
        [telegram] Chiudi cancella i messaggi, non la voce nell'elenco delle chat.
       *[other] { "" }
    } Una chat sparita può farsi notare: scegli tu che cosa è più sicuro.
    .back = Torna a Privacy

language =
    Scegli la lingua. Choose your language.

## Quando le parole non bastano

unsure =
    Forse non ho capito, e non dipende da te. Puoi scegliere qui sotto, o scrivere in poche parole, per esempio il nome del tuo comune. Se è urgente: 112.
    .me = Per me
    .talk = Parlare con una persona
    .go-on = Vai ai contatti

human =
    Una persona vera capisce meglio di un programma. Ecco chi risponde.

    1522, a ogni ora, gratis: ascolta e indica a chi rivolgerti. Puoi non dire chi sei, e chiamare anche per un'altra persona.
    112: pericolo adesso, o qualcuno sta male.

    La chiamata resta nel registro.
    .if-i-call = Se chiamo, che succede?

thanks =
    Grazie a te. Puoi tornare quando vuoi: si ricomincia sempre dall'inizio. { $channel ->
        [whatsapp] Questa chat resta sul telefono finché non la elimini.
        [telegram] Chiudi cancella i messaggi.
       *[other] { "" }
    }
    .clean-chat = Cancellare la chat

seeks-person =
    Questo servizio non conosce persone né indirizzi, e non può trovare nessuno. Se qualcuno è scomparso o in pericolo: 112. Se cerchi un posto dove stare, puoi chiedere al 1522.
    .talk = Parlare con una persona

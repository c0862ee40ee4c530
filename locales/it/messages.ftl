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
    .more = Altro

## Inizio e scelta dell'argomento

home =
    Servizio automatico per la provincia di Pisa: informazioni e contatti utili. Nessuno legge e non conserviamo nulla.

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
    .couple = In casa o in coppia
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
        [open] Intanto, adesso risponde: { $line }. Pericolo adesso: 112.
        [unknown] Intanto puoi provare: { $line } (orari non certi). Pericolo adesso: 112.
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
    .couple = In casa o in coppia
    .talk = Parlare con una persona

## Contatti

near =
    Ecco il contatto più vicino alla zona che hai indicato oggi.
    .far = Lontano da casa
    .other-place = Un altro posto

far =
    Ecco i contatti lontani dalla zona che hai indicato, se vuoi andare altrove.
    .near = I più vicini

anywhere =
    Va bene così. Ecco i contatti, senza bisogno di dire il luogo.

outside =
    Questo posto è fuori dalla nostra zona. Ecco i contatti più vicini che conosciamo.
    .other-place = Un altro posto

abroad =
    Qui conosciamo solo posti in Italia. Puoi scrivere un comune italiano. Se è urgente, in tutta Europa il numero è 112.
    .other-place = Un altro posto

# Sotto ogni elenco di contatti.
always-line =
    { $line_state ->
        [always] A ogni ora, gratis: { $line }. Pericolo: 112.
        [open] Adesso risponde: { $line }. Pericolo: 112.
        [unknown] Puoi provare anche: { $line } (orari non certi). Pericolo: 112.
       *[none] Pericolo: 112.
    }
list-end = Le chiamate restano nel registro del telefono.
list-empty = Qui non c'è un contatto adatto che possiamo mostrare. Lo diciamo perché è vero: chi cura l'elenco lo sa.

service =
    Ecco la scheda che hai scelto, con i recapiti e gli orari noti.
    .if-i-call = Se chiamo, che succede?
    .back = Torna all'elenco

item-open = Scheda { $number }
line-open = Chi risponde adesso
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, a circa { $km } km
    }
item-no-contact = Numero non confermato: per arrivarci, { $number }.
item-no-relay = Numero non confermato.
item-appointment = Sportello su appuntamento: prima chiama.
item-address = Indirizzo: { $address }
item-cost-free = La chiamata è gratis.
item-languages = Lingue: { $languages }
item-trace-phone = La chiamata resta nel registro del telefono: puoi toglierla.
item-trace-web = La visita resta nella cronologia.
status-always = Risponde giorno e notte.
status-open = Adesso è aperto.
status-closed = Adesso è chiuso. Riapre { $when }.
status-machine = Orari non certi: può rispondere la segreteria.
status-unknown = Orari non certi.
status-desk-always = Sede aperta giorno e notte; al telefono, orari non certi.
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
status-shut = Adesso è chiuso.
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

## Che cosa succede se chiamo

if-i-call =
    Che cosa succede se chiami: ecco i passi, senza sorprese e senza impegno.
    .back = Torna alla scheda


call-1522 = Al 1522 risponde un'operatrice, a ogni ora, gratis. Puoi non dire chi sei e chiudere quando vuoi. Ascolta, informa, indica i servizi vicini. Parla 11 lingue. Per le emergenze ha una procedura con le forze dell'ordine. C'è anche la chat su www.1522.eu.
call-anti_violence_centre = Risponde il centro, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Il centro ascolta e dà sostegno psicologico e legale, gratis. Decidi tu che cosa dire e che cosa fare dopo.
call-listening_desk = Risponde una persona, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Ascolta e indica i servizi adatti. Decidi tu che cosa dire e che cosa fare dopo.
call-hospital = Il numero è il centralino dell'ospedale, non una linea di ascolto. Al pronto soccorso puoi chiedere il Codice Rosa: una stanza riservata, cure, sostegno. Le cure sono gratis. Non serve una denuncia.
call-victim_support = Risponde una persona del servizio. È gratis e vale per chi ha subito un reato, anche senza denuncia: ascolto, informazioni sui diritti, sostegno psicologico.
call-university_desk = Risponde chi fissa gli appuntamenti. È gratis, puoi non dire chi sei e non serve una denuncia. È per chi studia o lavora nelle tre università di Pisa.
call-other = Risponde una persona, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Puoi chiudere quando vuoi.

## Urgenza

# Il testo dei numeri urgenti è una costante di bot/emergency.py: qui stanno solo le etichette.
emergency =
    .cannot-speak = Non posso parlare
    .go-on = Continua

cannot-speak =
    Se adesso non puoi parlare, ci sono altri modi. Ognuno ha dei limiti.

    1522: chat su www.1522.eu. Resta nella cronologia.
    { $phone_112_sordi ->
        [none] 112 Sordi: per persone sorde o che non parlano.
       *[other] 112 Sordi: { $phone_112_sordi }. Per persone sorde o che non parlano. La chiamata si chiude, poi arriva un SMS per scrivere. Meglio registrarsi prima.
    }
    Where ARE U: app del 112, anche con chiamata muta o chat. Va installata prima, e si vede sul telefono.

    Puoi anche chiedere a chi hai vicino di chiamare per te.
    .go-on = Continua

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
    Come funziona: risponde un programma e nessuno legge la chat. { $controller ->
        [none] È una versione di prova: il titolare non è ancora indicato.
       *[other] Titolare: { $controller }.
    } Non conserviamo nome, numero, parole o luogo.

    { $channel ->
        [whatsapp] Meta e Twilio li vedono, e la chat resta sul telefono finché non la elimini.
        [telegram] Telegram li vede. Chiudi cancella i messaggi; la chat vuota resta nell'elenco.
       *[other] Qui non resta nulla, ma lo schermo può essere letto.
    } Restano notifiche, computer collegati e backup. Non è una protezione completa: se temi che controllino il telefono, usane un altro.
    .clean-chat = Liberare la chat

clean-chat =
    Per liberare spazio: tieni premuta la chat e tocca Elimina. Guarda anche computer collegati, backup e registro delle chiamate.

    { $channel ->
        [whatsapp] Noi non possiamo cancellarla.
       *[other] Chiudi cancella i messaggi, non la voce nell'elenco delle chat.
    } Una chat sparita può farsi notare: scegli tu che cosa è più sicuro.
    .back = Torna a Privacy

language =
    Scegli la lingua. Choose your language.

## Quando le parole non bastano

unsure =
    Forse non ho capito, e non dipende da te. Puoi scegliere qui sotto, o scrivere in poche parole, per esempio il nome del tuo comune. Se è urgente: 112.
    .me = Per me
    .talk = Parlare con una persona
    .go-on = Continua

human =
    Una persona vera capisce meglio di un programma. Ecco chi risponde.

    1522, a ogni ora, gratis: ascolta e indica a chi rivolgerti. Puoi non dire chi sei, e chiamare anche per un'altra persona.
    112: pericolo adesso, o qualcuno sta male.

    La chiamata resta nel registro.
    .if-i-call = Se chiamo, che succede?

thanks =
    Grazie a te. Puoi tornare quando vuoi: si ricomincia sempre dall'inizio, e qui non resta nulla.
    .clean-chat = Liberare la chat

seeks-person =
    Questo servizio non conosce persone né indirizzi, e non può trovare nessuno. Se qualcuno è scomparso o in pericolo: 112.
    .talk = Parlare con una persona

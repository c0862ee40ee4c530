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
    Servizio automatico per la provincia di Pisa: informazioni e contatti utili. Risponde un programma: nessuno di noi legge, e non conserviamo quello che scrivi.

    Se qui non arriva risposta, non aspettare: chiama. Il 112 è attivo a ogni ora.

    { $channel ->
        [whatsapp] Puoi rispondere con un numero o con parole tue. La chat resta sul telefono finché non la elimini: scrivi «privacy» per sapere come.
        [telegram] Puoi scegliere qui sotto o scrivere con parole tue. Chiudi cancella i messaggi, tuoi e nostri.
       *[other] Puoi scegliere qui sotto o scrivere con parole tue. Chiudi fa uscire subito.
    }
    .me = Per me
    .other = Per un'altra persona
    .minor = Ho meno di 18 anni
    .work = Lavoro e famiglia
    .change = Cambiare qualcosa in me
    .language = Lingua · Language
    .more = Altro
    .privacy = Privacy

me =
    Scegli l'argomento più vicino a quello che ti serve, oppure scrivi con parole tue. Non servono nomi né dettagli.
    .couple = In famiglia o in coppia
    .touch = Un contatto non voluto
    .watched = Mi seguono o mi controllano
    .dark = Sto troppo male
    .else = Altri argomenti
    .talk = Parlare con una persona

me-else =
    Ecco altri argomenti. Scegli il più vicino a quello che ti serve, oppure scrivi con parole tue.
    .foreign = Vengo da un altro Paese
    .treated = Mi trattano peggio
    .age = Età avanzata o disabilità
    .children = I figli vedono o sentono
    .health = Salute e consultorio
    .legal = Casa, soldi, diritti

foreign =
    Scegli l'argomento più vicino a quello che ti serve. Qui nessuno ti chiede nomi o documenti.
    .papers = Ho paura per i documenti
    .vows = Nozze o riti che non voglio
    .exploited = Lavoro senza libertà
    .origin = Mi trattano da straniero
    .interpreter = Una frase per l'interprete
    .talk = Parlare con una persona

treated =
    Scegli l'argomento più vicino. Nessuno merita un trattamento peggiore per come è o da dove viene.
    .origin = Per origine o religione
    .love = Per chi amo o chi sono
    .age = Per età o disabilità
    .work = Al lavoro
    .talk = Parlare con una persona

## Luogo

ask-place =
    In quale comune o frazione serve il contatto? Basta il nome, senza indirizzo. Non mandare la posizione.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone
    .signs = Segnali da non trascurare
    .men = Chi accoglie anche uomini
    .language = Lingua · Language

# Il numero competente, mostrato mentre si chiede il luogo.
line =
    { $line_state ->
        [always] A ogni ora e gratis: { $line }. Pericolo adesso: 112.
        [open] Puoi chiamare { $line } ({ $line_name }): secondo gli orari, adesso risponde. Pericolo adesso: 112.
        [unknown] Puoi provare { $line } ({ $line_name }), orari non certi. Pericolo adesso: 112.
        [closed] Adesso è chiuso, riapre { $line_opens }: { $line } ({ $line_name }). Pericolo adesso: 112.
       *[none] Pericolo adesso: 112.
    }

# Lo stesso per il lavoro e la famiglia, dove nessuno ha parlato di pericolo.
work-line =
    { $line_state ->
        [always] A ogni ora e gratis: { $line }.
        [open] Puoi chiamare { $line } ({ $line_name }). Secondo gli orari, adesso risponde.
        [unknown] Puoi provare { $line } ({ $line_name }), orari non certi.
        [closed] Adesso è chiuso, riapre { $line_opens }: { $line } ({ $line_name }).
       *[none] Su questo non abbiamo ancora un numero.
    }

far-away =
    Scrivi un comune dove ti è più facile andare o telefonare. Può essere lontano da casa, o in un'altra provincia.

    { line }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone

which-place =
    Scegli il posto giusto da questo elenco, oppure scrivi il nome per intero.

    { line }
    .rather-not = Preferisco non dirlo

zones =
    Scegli la zona da questo elenco, oppure scrivi il nome del comune più vicino. Non serve l'indirizzo. Se preferisci non dirlo, va bene.

    { line }
    .rather-not = Preferisco non dirlo
    .language = Lingua · Language

here =
    Va bene: { $place }. Per chi, o per che cosa, ti serve un contatto? Scegli qui sotto, o scrivi con parole tue.
    .couple = In famiglia o in coppia
    .other = Per un'altra persona
    .minor = Ho meno di 18 anni
    .work = Lavoro e famiglia
    .change = Cambiare qualcosa in me
    .talk = Parlare con una persona

## La stessa domanda, con le parole di ogni argomento

touch =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Prima di tutto la salute: puoi andare da un medico, anche se è passato tempo. Non è colpa tua, in nessun caso. Decidi tu che cosa dire e a chi.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone
    .hospital = Al pronto soccorso

watched =
    In quale comune o frazione serve il contatto? Basta il nome. Se qualcuno può leggere questo telefono, meglio usarne un altro.

    Prima di cambiare o togliere qualcosa, parlane con un centro: un cambiamento può farsi notare.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone
    .report = Foto o messaggi in rete

papers =
    In quale comune o frazione serve il contatto? Basta il nome. Qui nessuno ti chiede i documenti.

    Al 1522 puoi non dire chi sei: chiedi consiglio prima di decidere. Il 112 può mandare un'ambulanza o le forze dell'ordine. Sul permesso di soggiorno qui non possiamo promettere nulla.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone
    .interpreter = Una frase per l'interprete

vows =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Sul tuo corpo e sulle tue nozze decidi tu. Se temi un viaggio che non vuoi, chiedi consiglio prima di partire. Se c'è di mezzo un minore: 114.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone

exploited =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Se qualcuno tiene i tuoi soldi, i tuoi documenti o la tua libertà, non è colpa tua. Puoi chiamare anche solo per fare una domanda.{ $phone_antitratta ->
        [none] { "" }
       *[other] { " " }Numero antitratta, orari non certi: { $phone_antitratta }. Se non si raggiunge, prova così.
    }

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone
    .interpreter = Una frase per l'interprete

origin =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Nessuno merita di stare peggio per la lingua, il Paese, la pelle o la religione. Puoi raccontarlo, anche se lo hai solo visto.

    { line }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone

love =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Chi sei e chi ami lo racconti solo tu, a chi vuoi e quando vuoi. Se qualcuno ti fa stare male per questo, non è colpa tua.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone

elder =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    A ogni età, e con ogni corpo, nessuno ha il diritto di farti del male, di prenderti i soldi o di lasciarti senza cure. Per te può chiamare una persona di cui ti fidi.

    { line }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone
    .cannot-speak = Non sento o non parlo

children =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Chi è piccolo sente molto, anche dall'altra stanza. Non è colpa sua, e nemmeno tua. Chiedere consiglio è già fare qualcosa. Per un minore in pericolo: 114.

    { line }
    .rather-not = Preferisco non dirlo
    .far = Un posto lontano da casa
    .list = Elenco delle zone

health =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Per la salute intima, per una gravidanza o per un consiglio c'è il consultorio. I numeri dei consultori sono ancora da confermare: qui trovi le sedi che conosciamo.

    { line }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone
    .call = Che cosa fa il consultorio

legal =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    Per la casa, i soldi, i figli o una separazione puoi informarti prima di decidere. Informarti non ti obbliga a nulla.

    { line }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone
    .call = I servizi sociali
    .papers = Ho paura per i documenti
    .police = Le forze dell'ordine

signs =
    Ecco i segnali da prendere sul serio, anche uno solo.

    Mani strette al collo. Un'arma. Minacce di morte, o di uccidersi. Qualcuno che segue o aspetta. Male ai figli. Fatti sempre più gravi. Il momento in cui ci si lascia.

    Se ce n'è uno, dillo subito a chi risponde. Chi ha avuto il collo stretto deve vedere un medico, anche se è passato tempo e non si vede nulla.

    { line }
    .hospital = Al pronto soccorso
    .contacts = Contatti

men =
    Ecco chi accoglie anche uomini. Se vuoi, scrivi il nome del tuo comune. Può succedere a chiunque, e non è colpa tua.
    .near = I più vicini
    .hospital = Al pronto soccorso

men-near =
    Ecco chi accoglie anche uomini, per la zona che hai indicato oggi.
    .hospital = Al pronto soccorso

## Chi pensa di farsi del male

self-harm =
    Hai fatto bene a cercare. Quello che senti è importante.

    Se il rischio è adesso, per te o per una persona cara: 112.
    { $phone_19696 ->
        [none] Sotto i 18 anni, se sei in pericolo: 114, a ogni ora.
       *[other] Sotto i 18 anni: { $phone_19696 }, a ogni ora.
    }

    Se puoi, stai vicino a qualcuno di cui ti fidi. Se è per un'altra persona, restale accanto. Ecco chi ascolta.
    .if-i-call = Se chiamo, che succede?
    .minor = Ho meno di 18 anni

self-harm-minor =
    Hai fatto bene a cercare. Quello che senti conta.

    { $phone_19696 ->
        [none] 114: se sei in pericolo. A ogni ora.
       *[other] { $phone_19696 }: puoi parlare con qualcuno. A ogni ora.
    }
    Se rischi di farti del male adesso: 112.

    Stai vicino a un adulto di cui ti fidi. Non devi spiegare tutto.
    .call = Se chiamo, che succede?
    .who = A chi posso dirlo?

## Per un'altra persona

friend =
    Per chi serve il contatto? Se sta succedendo adesso: 112. Puoi chiamare anche se non hai certezze. Meglio non andare lì di persona.

    Puoi chiedere consiglio tu, senza fare nomi. Prima di scrivere a quella persona, pensa a chi può leggere il suo telefono.
    .adult = Una persona adulta
    .child = Un bambino o un ragazzo
    .age = Anziani o con disabilità
    .dark = Una persona sta troppo male
    .how = Come starle vicino

how-to-help =
    Ecco come stare vicino a una persona in difficoltà. Ascolta e credile. Non chiedere dettagli. Puoi dire: «Non è colpa tua. Di che cosa hai bisogno adesso?».

    Decide lei, con i suoi tempi. Non parlare tu con chi le fa del male: può peggiorare. Non lasciare tracce sul suo telefono.

    Pericolo adesso: 112. Per un consiglio, anche per te: 1522.
    .adult = Contatti per un adulto
    .child = Contatti per un minore
    .report = Segnalare in rete

for-child =
    In quale comune o frazione serve il contatto? Basta il nome. Puoi anche non dirlo.

    114: se un minore è in pericolo. A ogni ora, gratis. { $phone_19696 ->
        [none] { "" }
       *[other] { $phone_19696 }: anche per un adulto in pensiero.{ " " }
    }Pericolo adesso: 112.

    Se te ne parla, ascolta e credi. Non fare tante domande.
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone
    .sees = Vede o sente in casa

## Un minore che scrive

minor =
    Hai fatto bene a cercare. Qui ci sono i numeri da chiamare.

    114: se tu, o un altro bambino o ragazzo, siete in pericolo. A ogni ora, gratis.
    { $phone_19696 ->
        [none] Pericolo adesso: 112.
       *[other] { $phone_19696 }: se vuoi parlare con qualcuno. A ogni ora.
    Pericolo adesso: 112.
    }

    Non è colpa tua. Puoi dirlo anche a un adulto di cui ti fidi.
    .call = Se chiamo, che succede?
    .who = A chi posso dirlo?
    .dark = Sto troppo male
    .family = E chi vive con me?
    .place = Contatti vicini
    .grown = Non ho meno di 18 anni

minor-place =
    In che comune ti serve un contatto? Basta il nome. Puoi anche non dirlo.

    { line }{ $phone_19696 ->
        [none] { "" }
       *[other] { " " }Per parlare: { $phone_19696 }.
    }
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone

minor-call =
    Ecco come puoi fare, se chiami il 114{ $phone_19696 ->
        [none] .
       *[other] { " " }o il { $phone_19696 }.
    }

    Dici solo quello che vuoi, e puoi chiudere quando vuoi. Se non sai da dove cominciare, di' la tua età e come stai.

    Vuoi sapere a chi lo racconteranno? Chiedilo subito a chi risponde: noi non possiamo prometterti il segreto. La chiamata resta nel telefono: puoi usare quello di una persona di cui ti fidi.
    .back = Torna ai numeri

minor-family =
    Pensi a chi vive con te: ecco che cosa si può fare.

    Se qualcuno è in pericolo adesso: 112. Puoi chiamare anche tu, da un posto sicuro.
    Per te, o per un altro bambino o ragazzo: 114.
    Per la mamma, o per un altro adulto, c'è il 1522: a ogni ora, gratis. Chi chiama può non dire chi è.

    Non metterti in mezzo, anche se vuoi aiutare. Non è colpa tua, e non tocca a te fermare nessuno.
    .call = Se chiamo, che succede?
    .who = A chi posso dirlo?
    .back = Torna ai numeri

minor-who =
    A chi puoi dirlo? A un adulto di cui ti fidi: lo scegli tu. Può essere chi ti insegna, chi ti allena, un medico.

    Puoi cominciare così: «Mi succede una cosa e mi serve che mi ascolti».

    Se il primo non ascolta, prova con un altro. { $phone_19696 ->
        [none] Se sei in pericolo c'è il 114.
       *[other] Per parlare con qualcuno c'è anche il { $phone_19696 }.
    }
    .back = Torna ai numeri

## Chi vuole smettere di fare del male

change =
    Cambiare si può, e chiedere è un primo passo. Se temi di fare del male, allontanati senza portare nessuno. Pericolo adesso, o qualcuno è ferito: 112. Chi ha avuto il collo stretto deve vedere un medico.

    In quale comune serve il contatto? Basta il nome. Di questi centri abbiamo i nomi, non ancora i numeri.
    .rather-not = Preferisco non dirlo
    .list = Elenco delle zone
    .now = Fermarmi adesso
    .call = Che cosa succede lì
    .talk = Parlare con una persona

change-now =
    Fermarti adesso è possibile. Vai in un altro posto, senza portare nessuno. Se hai bevuto, vai a piedi.

    Non scrivere e non chiamare chi è al centro della lite. Cammina e respira piano, finché ti senti più calmo. Se qualcuno è in pericolo o sta male: 112.

    Quello che fai adesso lo scegli tu.
    .talk = Parlare con una persona
    .back = Contatti

change-call =
    Che cosa succede in questi centri: ecco quello che sappiamo. Di solito chiami o scrivi tu. Ci sono incontri, da soli o in gruppo.

    Si parla di quello che fai e di come smettere. Non è una scorciatoia, e non dà garanzie a chi hai vicino. Pericolo adesso: 112.
    .back = Contatti

change-legal =
    Per questo il nostro elenco ha ancora un vuoto, e non dipende da te. Per i figli e la casa puoi chiedere al tuo Comune, o a un avvocato.

    Se un giudice ha dato un divieto, rispettalo anche se ti invitano. Pericolo: 112.
    .talk = Parlare con una persona
    .back = Contatti

change-else =
    Forse ho capito male, e non dipende da te. Puoi scegliere qui sotto, o scrivere con altre parole.

    Se qualcuno fa del male a te: scegli Inizio, poi «Per me». Pericolo adesso: 112.
    .now = Fermarmi adesso
    .talk = Parlare con una persona
    .back = Contatti

change-dark =
    Hai fatto bene a scriverlo. Quello che senti è importante.

    Se adesso rischi di fare del male, a te o ad altri: 112. Vai in un altro posto, senza portare nessuno.

    Se puoi, stai con un amico di cui ti fidi, non con chi è al centro della lite. Ecco chi ascolta.
    .now = Fermarmi adesso
    .back = Contatti

human-change =
    Puoi parlare con una persona. Questa linea ascolta chiunque: non è un centro per cambiare, ma parlare può darti tempo. Se qualcuno è in pericolo: 112.
    .now = Fermarmi adesso
    .back = Contatti

## Lavoro e tempi della famiglia

work =
    Scegli l'argomento più vicino a quello che ti serve, oppure scrivi con parole tue. Non servono nomi.
    .unequal = Mi trattano peggio
    .unwanted = Parole o gesti non voluti
    .parents = Gravidanza e figli
    .wellbeing = Stare bene al lavoro
    .resign = Mi spingono a dimettermi
    .time = Tempo per la famiglia

unequal =
    Meno paga, meno carriera, regole diverse. Se succede perché sei donna, o uomo, c'è la Consigliera di parità della Provincia. Per altri motivi c'è il centro regionale Io non odio.

    Non è colpa tua, e chiedere non ti obbliga a nulla.

    { work-line }
    .contacts = Contatti
    .consigliera = La Consigliera di parità

unwanted =
    Ecco a chi puoi rivolgerti, se al lavoro qualcosa non va. Non è colpa tua.

    Se ti hanno messo le mani addosso, o se hai paura: 1522, a ogni ora, gratis.

    C'è anche la Consigliera di parità della Provincia. In un ente pubblico chiedi del comitato unico di garanzia (CUG).

    { work-line }
    .contacts = Contatti
    .consigliera = La Consigliera di parità

parents =
    Gravidanza, figli, rientro al lavoro: nessuno dovrebbe trattarti peggio per questo.

    Se succede, c'è la Consigliera di parità della Provincia. Per maternità e congedi chiedi all'INPS: il suo numero è ancora da confermare, e non lo scriviamo.

    { work-line }
    .contacts = Contatti
    .consigliera = La Consigliera di parità
    .time = Congedi e orari

wellbeing =
    Stare bene al lavoro conta. In un ente pubblico chiedi del comitato unico di garanzia (CUG): il tuo ufficio del personale può dirti chi ne fa parte. Qui non abbiamo ancora i nomi degli uffici.

    Se studi o lavori all'università, chiedi della consigliera di fiducia: non abbiamo il suo contatto.

    Su questo non abbiamo ancora un numero.
    .contacts = Contatti
    .consigliera = La Consigliera di parità

resign =
    Prima di firmare puoi chiedere consiglio, anche se ti mettono fretta.

    Se c'entra l'essere donna o uomo, una gravidanza o un figlio, c'è la Consigliera di parità della Provincia. Se c'entra l'origine, c'è il centro regionale Io non odio. Per il resto, anche per un contratto non rinnovato, il nostro elenco ha un vuoto: puoi chiedere a un sindacato.

    { work-line }
    .contacts = Contatti
    .consigliera = La Consigliera di parità

consigliera =
    La Consigliera di parità della Provincia di Pisa si occupa di chi lavora, o cerca lavoro, ed è trattato peggio perché è donna o uomo, o per una gravidanza o un figlio.

    Il suo recapito è da confermare, e anche quello dell'Ufficio Pari Opportunità: non li scriviamo. Puoi chiederli alla Provincia. Fonte: Il Cuoio in diretta, marzo 2022.
    .contacts = Contatti

balance =
    Scegli l'argomento più vicino a quello che ti serve, oppure scrivi con parole tue.
    .leave = Congedi e permessi
    .part-time = Orario ridotto
    .care = Curare un familiare
    .parents = Problemi per i figli

leave =
    Congedi di maternità e di paternità, congedi per i figli: puoi chiedere all'INPS. Il suo numero è ancora da confermare, e non lo scriviamo.

    Puoi chiedere anche al tuo ufficio del personale.

    { work-line }
    .contacts = Contatti

part-time =
    Orario ridotto o diverso: qui il nostro elenco non ha ancora un ufficio. Puoi chiedere al tuo ufficio del personale.

    Se te lo negano, o ti trattano peggio, per una gravidanza o per i figli, c'è la Consigliera di parità della Provincia.

    { work-line }
    .contacts = Contatti
    .consigliera = La Consigliera di parità

care =
    Permessi per chi cura un familiare: puoi chiedere all'INPS. Il suo numero è ancora da confermare, e non lo scriviamo.

    Puoi chiedere anche al tuo ufficio del personale.

    { work-line }
    .contacts = Contatti

## Contatti

near =
    Ecco i contatti per la zona che hai indicato oggi.
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
    Qui conosciamo solo posti in Italia. Puoi scrivere un comune italiano. In Italia il numero urgente è 112.
    .other-place = Un altro posto

# Sotto ogni elenco di contatti.
always-line =
    { $line_state ->
        [always] A ogni ora, gratis: { $line }. Pericolo: 112.
        [open] Secondo gli orari, adesso risponde { $line } ({ $line_name }). Pericolo: 112.
        [unknown] Puoi provare anche { $line } ({ $line_name }), orari non certi. Pericolo: 112.
        [closed] Adesso è chiuso, riapre { $line_opens }: { $line } ({ $line_name }). Pericolo: 112.
       *[none] Pericolo: 112.
    }
list-end = Le chiamate restano nel registro del telefono.
list-empty =
    Qui non abbiamo ancora un contatto adatto. È un vuoto dell'elenco, non dipende da te.{ $line ->
        [none] { " " }Puoi chiedere al tuo Comune quale ufficio se ne occupa.
       *[other] { "" }
    }

service =
    Ecco la scheda che hai scelto, con i recapiti e gli orari noti.
    .if-i-call = Se chiamo, che succede?
    .no-answer = Non risponde nessuno
    .back = Torna all'elenco

item-open = Dettagli { $number }
line-open =
    { $number ->
        [none] Chi risponde a ogni ora
       *[other] Il numero { $number }
    }
item-where =
    { $km ->
        [here] { $place }
       *[other] { $place }, circa { $km } km in linea d'aria
    }
item-no-contact =
    { $name ->
        [none] Numero da confermare. Intanto: { $number }.
       *[other] Numero da confermare. Intanto: { $number } ({ $name }).
    }
item-no-relay = Numero da confermare.
item-go-in-person = Si va di persona. Emergenza: 112.
item-appointment = Sportello su appuntamento: prima chiama.
item-address = Indirizzo: { $address }
item-cost-free =
    { $number ->
        [none] La chiamata è gratis.
       *[other] La chiamata al { $number } è gratis.
    }
item-languages = Lingue: { $languages }
item-trace-phone = La chiamata resta nel registro del telefono.
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
        [minors] chi ha meno di 18 anni
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
when-later = { weekday } { $day } { month } alle { $time }
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
item-trace-messages = I messaggi restano sul telefono.
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

call-112 = Al 112 risponde una centrale, e passa la chiamata a chi serve: ambulanza, forze dell'ordine o vigili del fuoco. Di' subito dove sei e che cosa succede. Resta in linea, se puoi. Se non puoi parlare, qui in Numeri urgenti c'è come fare.
call-1522 = Al 1522 risponde un'operatrice, a ogni ora, gratis. Puoi non dire chi sei e chiudere quando vuoi. Ascolta, informa, indica i servizi vicini. Si può parlare in 11 lingue. Per le emergenze ha una procedura con le forze dell'ordine. C'è anche la chat su www.1522.eu.
call-114 = Il 114 è attivo a ogni ora, gratis. È per un minore in pericolo: può chiamare chi ha meno di 18 anni, o un adulto. Se non sai da dove cominciare, di' dove sei e se hai paura adesso.
call-19696 = È una linea di ascolto, a ogni ora. È per bambini e ragazzi, e per gli adulti in pensiero per loro. Dici solo quello che vuoi. Puoi chiudere quando vuoi.
call-telefono-amico = È una linea di ascolto. Puoi parlare di come stai, e chiudere quando vuoi. Costa come una chiamata normale. Se è occupato, riprova. Se rischi adesso, chiama il 112.
call-anti_violence_centre = Può rispondere il centro, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Puoi parlarne, e chiedere anche un sostegno psicologico o legale. Decidi tu che cosa dire e che cosa fare dopo.
call-listening_desk = Può rispondere una persona, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Puoi chiedere quali servizi sono adatti. Decidi tu che cosa dire e che cosa fare dopo.
call-hospital = Al pronto soccorso si va di persona, giorno e notte. Puoi chiedere il Codice Rosa, il percorso per chi subisce violenza. Puoi andarci con una persona di cui ti fidi. Il telefono è il centralino dell'ospedale, non una linea di ascolto.
call-victim_support = È un servizio per chi ha subito un reato. Puoi chiedere quali sono i tuoi diritti e quale sostegno c'è. Decidi tu che cosa dire.
call-university_desk = Si chiama per un appuntamento. È per chi studia o lavora nelle tre università di Pisa. Decidi tu che cosa dire.
call-equality_body = È un ascolto per chi subisce o vede odio o discriminazioni. Puoi chiedere a chi rivolgerti. Decidi tu che cosa dire e che cosa fare dopo.
call-anti_trafficking = È una linea per chi è sfruttato o venduto, e per chi lo vede. Puoi chiedere che cosa si può fare, e chiudere quando vuoi. Se questo numero non si raggiunge, restano 112 e 1522.
call-lgbtq = È un ascolto per persone LGBTQIA+ e per chi sta loro vicino. Decidi tu che cosa dire. Puoi chiudere quando vuoi.
call-health_line = È il numero della guardia medica e dei consigli di salute non urgenti. Se è urgente: 112.
call-online = Questo servizio non si chiama: si raggiunge scrivendo, o in rete. La scheda dice come.
call-unknown = Il numero di questo servizio è da confermare, quindi non sappiamo chi risponde. La scheda dice quello che sappiamo.
call-other = Può rispondere una persona, o la segreteria. Alla segreteria non devi lasciare il numero; se lo lasci, di' quando è sicuro richiamare. Puoi chiudere quando vuoi.

calls =
    Che cosa succede se chiami? Scegli chi: ti diciamo i passi, quelli che conosciamo.
    .line = La linea nazionale
    .emergency = Il 112
    .centre = Un centro di ascolto
    .hospital = Il pronto soccorso
    .social = I servizi sociali
    .police = Le forze dell'ordine

if-line =
    Che cosa succede di solito se chiami la linea nazionale: ecco i passi.

    { call-1522 }
    .cannot-speak = Non posso parlare
    .calls = Altre risposte

if-112 =
    Che cosa succede di solito se chiami: ecco i passi.

    { call-112 }
    .cannot-speak = Non posso parlare
    .calls = Altre risposte

if-centre =
    Che cosa succede di solito se chiami un centro.

    { call-anti_violence_centre }
    .contacts = Contatti
    .calls = Altre risposte

if-hospital =
    { call-hospital }
    .contacts = Contatti
    .calls = Altre risposte

if-police =
    Che cosa succede se chiami: ecco quello che sappiamo. Per parlare subito con polizia o carabinieri c'è il 112: altri numeri sono ancora da confermare.

    In un ufficio puoi chiedere informazioni, raccontare, o firmare una denuncia. A Peccioli, dai carabinieri, c'è una stanza riservata (La Nazione, febbraio 2025). Prima puoi chiedere consiglio al 1522: puoi non dire chi sei.
    .report = Segnalare in rete
    .back = Torna alla scelta

if-social =
    Che cosa succede se chiedi ai servizi sociali del tuo comune: ecco quello che sappiamo. Puoi chiedere di parlare con un'assistente sociale, e che cosa c'è nella tua zona per casa, soldi, figli e cure.

    I numeri degli uffici sono da confermare: qui scriviamo solo le sedi che conosciamo. Prima puoi chiedere consiglio al 1522.
    .back = Torna alla scelta

if-consultorio =
    Che cosa si può chiedere al consultorio: ecco quello che sappiamo. È un servizio della ASL. Puoi chiedere di salute intima, di gravidanza e di famiglia. A Pisa c'è un consultorio per chi ha da 13 a 25 anni (La Nazione, aprile 2025).

    Numeri e orari sono da confermare. { $phone_116117 ->
        [none] Se è urgente: 112.
       *[other] Per cure non urgenti c'è il { $phone_116117 }.
    }
    .back = Torna alla domanda

report =
    Segnalare in rete si può: ecco quello che sappiamo, con i limiti. Se il pericolo è adesso: 112.

    YouPol: app della Polizia, per scrivere e mandare foto. Non sostituisce il 112.
    Commissariato in rete: per reati su internet. Una segnalazione non è una denuncia.
    Garante della privacy: per chi teme che le sue immagini intime girino.

    Prima di cancellare qualcosa, chiedi consiglio al 1522.
    .app = L'app YouPol
    .web = Commissariato in rete
    .images = Garante della privacy

report-card =
    { service }
    .back = Torna alla scelta

## Quando un numero non va

no-answer =
    Un numero può essere occupato, chiuso o cambiato. Riprova fra poco, oppure prova così.
    .back = Torna all'elenco

wrong =
    Un numero può essere occupato, chiuso o cambiato. Riprova fra poco, o prova un altro numero del tuo elenco.

    { line }

    Qui nessuno legge. Per correggere l'elenco c'è l'Ufficio Pari Opportunità della Provincia.
    .talk = Parlare con una persona

## Urgenza

# Il testo dei numeri urgenti è una costante di bot/emergency.py: qui stanno solo le etichette.
emergency =
    .cannot-speak = Non posso parlare
    .go-on = Vai ai contatti
    .language = Lingua · Language

cannot-speak =
    Ci sono altri modi, oltre alla voce. Ognuno ha i suoi limiti: eccoli.

    1522: chat su www.1522.eu, per ascolto e consigli. La visita resta nella cronologia.
    { $phone_112_sordi ->
        [none] 112 Sordi, per chi non sente: il numero è da confermare. Sul loro sito ci si registra prima.
       *[other] 112 Sordi: { $phone_112_sordi }, per chi non sente o non parla. Arriva un SMS per scrivere.
    }
    Where ARE U, app del 112: va installata prima e si vede sul telefono. La fonte è vecchia (2024): è da confermare.

    Se puoi, fai chiamare una persona di cui ti fidi: il 112, o il 114 se hai meno di 18 anni.
    .sordi = Il sito di 112 Sordi
    .interpreter = Una frase per l'interprete
    .go-on = Vai ai contatti

cannot-speak-112 =
    Ci sono altri modi, oltre alla voce. Ognuno ha i suoi limiti: eccoli.

    { $phone_112_sordi ->
        [none] 112 Sordi, per chi non sente: il numero è da confermare. Ci si registra prima su www.112sordi.it.
       *[other] 112 Sordi: { $phone_112_sordi }, per chi non sente o non parla. Arriva un SMS per scrivere.
    }
    Where ARE U, app del 112: va installata prima e si vede sul telefono. La fonte è vecchia (2024): è da confermare.

    Se puoi, fai chiamare il 112 da un'altra persona.
    .go-on = Vai ai contatti

# Sotto i numeri che un pulsante copia.
copied = I pulsanti con il solo numero lo copiano: resta negli appunti.

# Dopo una posizione, dove nessuno di noi può cancellarla.
position-stays =
    { $channel ->
        [whatsapp] La posizione resta nella chat finché non la elimini tu.
       *[other] { "" }
    }

voice =
    Ecco che cosa puoi fare adesso, senza aspettare che qualcuno legga.

    { line }

    { $channel ->
        [whatsapp] Non posso ascoltare i vocali: puoi eliminarlo dalla chat. Puoi scrivere, o scegliere qui sotto.
       *[other] Non posso ascoltare i vocali. Puoi scrivere, o scegliere qui sotto.
    }
    .cannot-speak = Non posso parlare
    .me = Per me

hard =
    Può scrivere qualcuno per te? Scegli una persona di cui ti fidi.

    { $channel ->
        [whatsapp] Puoi rispondere solo con una cifra: 1, 2, 3. Il 9 mostra i numeri da chiamare, lo 0 chiude.
       *[other] Puoi toccare i pulsanti senza scrivere. I numeri da chiamare sono su ogni schermata.
    }

    Il 112 e il 1522 sono linee a voce, attive a ogni ora.
    .cannot-speak = Non sento o non parlo
    .interpreter = Una frase per l'interprete
    .language = Lingua · Language
    .talk = Parlare con una persona

interpreter =
    Una frase da mostrare o da leggere a chi risponde:

    «Buongiorno. Non parlo bene l'italiano. Mi serve un interprete. La mia lingua è…»

    Se non senti: «Non sento. Possiamo scriverci? Mi serve un interprete della lingua dei segni».

    Al 1522 si può parlare in 11 lingue: italiano, inglese, francese, spagnolo, arabo, farsi, albanese, russo, ucraino, portoghese, polacco. Negli altri uffici chiedi prima.
    .talk = Parlare con una persona

## Uscita, privacy, chat

exit =
    Va bene, grazie. Per informazioni su uffici e servizi scrivi quando vuoi.

    Il servizio è automatico e risponde a ogni ora.

privacy =
    Come funziona: risponde un programma, e nessuno di noi legge la chat. { $controller ->
        [none] È una versione di prova: il titolare non è ancora indicato.
       *[other] Titolare: { $controller }.
    }

    Non conserviamo nome, numero, parole o luogo. Per dieci minuti teniamo a mente a che punto sei, poi si dimentica.

    { $channel ->
        [whatsapp] Meta e Twilio vedono numero e messaggi.
        [telegram] Telegram vede i messaggi.
       *[other] Lo schermo può essere letto da chi è vicino.
    } Non è una protezione completa: contro un'app che spia non può nulla. Se temi che ti controllino, usa un altro telefono.
    .traces = Che cosa resta
    .clean-chat = Cancellare la chat

traces =
    Come funziona, in breve: che cosa resta sul telefono.

    { $channel ->
        [whatsapp] La chat, finché non la elimini: Chiudi non cancella, e noi non possiamo.
        [telegram] Chiudi cancella i messaggi. Dopo dieci minuti fermi si cancellano da soli, in silenzio. Se il programma si guasta, qualcuno può restare. Resta la chat vuota nell'elenco. Un numero copiato resta negli appunti.
       *[other] Qui non resta nulla, oltre allo schermo.
    }

    Le chiamate restano nel registro. Notifiche, orologi, computer collegati e backup possono avere una copia.
    .clean-chat = Cancellare la chat
    .back = Torna a Privacy

clean-chat =
    Per liberare spazio sul telefono: tieni premuta la chat e tocca Elimina. Guarda anche computer collegati, backup e registro delle chiamate.

    { $channel ->
        [whatsapp] Noi non possiamo cancellarla.
        [telegram] Chiudi cancella i messaggi, non la voce nell'elenco delle chat.
       *[other] { "" }
    } Una chat sparita può farsi notare: scegli tu che cosa è più sicuro.
    .back = Torna a Privacy

language =
    Scegli la lingua in cui leggere. Choose the language to read here.

    Tel. 1522 (24 h): italiano, English, français, español, português, العربية, polski, فارسی, shqip, русский, українська.
    Tel. 112: pericolo adesso, danger now.

language-112 =
    Scegli la lingua in cui leggere. Choose the language to read here.

    Tel. 112: pericolo adesso, danger now.

## Quando le parole non bastano

unsure =
    Forse non ho capito, e non dipende da te. Puoi scegliere qui sotto, o scrivere in poche parole, per esempio il nome del tuo comune.

    { line }
    .me = Per me
    .talk = Parlare con una persona
    .go-on = Vai ai contatti
    .language = Lingua · Language

human =
    Una persona vera capisce meglio di un programma. Ecco chi risponde.

    { line }

    Dici solo quello che vuoi, e chiudi quando vuoi. Puoi chiamare anche per un'altra persona. La chiamata resta nel registro.
    .calls = Se chiamo, che succede?
    .contacts = Contatti

thanks =
    Grazie a te. Puoi tornare quando vuoi: si ricomincia sempre dall'inizio. { $channel ->
        [whatsapp] Questa chat resta sul telefono finché non la elimini.
        [telegram] Chiudi cancella i messaggi.
       *[other] { "" }
    }
    .clean-chat = Cancellare la chat

seeks-person =
    Questo servizio non conosce persone né indirizzi, e non può trovare nessuno. Se qualcuno è scomparso o in pericolo: 112. Se cerchi un posto dove stare, parla con una persona.
    .talk = Parlare con una persona

## La rete e i suoi uffici

more =
    Altre cose utili. Scegli qui sotto, oppure scrivi con parole tue.
    .network = La rete e i suoi uffici
    .calls = Se chiamo, che succede?
    .hard = Fatico a scrivere o parlare
    .interpreter = Una frase per l'interprete
    .wrong = Un numero non risponde
    .talk = Parlare con una persona

network =
    La rete è coordinata dall'Ufficio Pari Opportunità della Provincia di Pisa. Lavora contro la violenza e contro ogni discriminazione. Si occupa anche di parità sul lavoro, di tempi della famiglia e di donne dove si decide.

    Del Tavolo e dei recapiti dell'ufficio non abbiamo ancora una fonte sicura: non li scriviamo.
    .members = Chi ne fa parte
    .projects = Che cosa si fa
    .decide = Dove si decide
    .pros = Per chi ci lavora

network-members =
    Chi fa parte della rete, secondo l'accordo provinciale del 2013, rinnovato nel 2020.

    Prefettura, Provincia e Comuni.
    Tribunale, Procura, forze dell'ordine.
    ASL, ospedale di Pisa, Società della Salute.
    Le università.
    La Consigliera di parità.
    I centri antiviolenza.

    Fonti: Prefettura, 2020; La Nazione, novembre 2024. L'elenco di oggi è da confermare.
    .zones = Zone e aziende
    .back = Torna alla rete

network-projects =
    Che cosa si fa nella rete: ecco quello che una fonte racconta.

    Uno sportello per chi studia o lavora nelle tre università (La Nazione, giugno 2025). Il Codice Rosa nei pronto soccorso (PisaNews, novembre 2025). Una stanza riservata dai carabinieri di Peccioli (La Nazione, febbraio 2025).

    Di altri progetti non abbiamo ancora una fonte.
    .back = Torna alla rete

network-decide =
    Dove si decide, in giunta, nei consigli, nelle aziende, servono anche le donne.

    Su questo il nostro elenco ha poco. A Vicopisano si è insediato un Consiglio per le pari opportunità (La Nazione, novembre 2024). Per il resto puoi chiedere alla Provincia.
    .back = Torna alla rete

network-zones =
    Le zone della rete, con la Società della Salute (SdS) e la ASL.

    Zona Pisana: SdS Zona Pisana, ASL Toscana nord ovest.
    Valdera e Alta Val di Cecina: SdS Alta Val di Cecina Valdera, ASL Toscana nord ovest.
    Valdarno Inferiore: SdS Empolese Valdarno Valdelsa, ASL Toscana centro.
    Valli Etrusche: SdS Valli Etrusche, ASL Toscana nord ovest.

    Fonti: comuni e aziende sanitarie, 2012-2022. I telefoni sono ancora da confermare.
    .back = Torna alla rete

network-pros =
    Per chi lavora nella rete: scegli il ruolo, poi il comune. I contatti sono gli stessi che vede chi cerca, con la loro fonte.
    .centres = Centri e ascolto
    .social = Servizi sociali
    .health = Salute
    .minors = Minori
    .work = Lavoro
    .zones = Zone e aziende

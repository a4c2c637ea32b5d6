<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnatomyView</name>
    <message>
        <source>Step anatomy</source>
        <translation>Zerlegter Schritt</translation>
    </message>
    <message>
        <source>One step taken apart</source>
        <translation>Ein Schritt, zerlegt</translation>
    </message>
    <message>
        <source>The step&apos;s numbers</source>
        <translation>Die Zahlen des Schritts</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>Schritt {}</translation>
    </message>
</context>
<context>
    <name>ArrowLegend</name>
    <message>
        <source>Arrows at the ball</source>
        <translation>Pfeile an der Kugel</translation>
    </message>
</context>
<context>
    <name>BatchMapPage</name>
    <message>
        <source>Only networks are trained batch by batch. Choose a network in the main window.</source>
        <translation>Nur Netze werden Batch für Batch trainiert. Wähl im Hauptfenster ein Netz.</translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation>Batchgrößen</translation>
    </message>
    <message>
        <source>Whole numbers with commas between</source>
        <translation>Ganze Zahlen mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>&amp;Batch sizes</source>
        <translation>&amp;Batches</translation>
    </message>
    <message>
        <source>Batch {}</source>
        <translation>Batch {}</translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Answers to every input</source>
        <translation>Antworten auf jede Eingabe</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>An input of the examples</source>
        <translation>Eine Eingabe der Beispiele</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Answers after step {}</source>
        <translation>Antworten nach Schritt {}</translation>
    </message>
    <message>
        <source>A slice: the other input stands at its mean.</source>
        <translation>Ein Schnitt: Die andere Eingabe steht auf ihrem Mittelwert.</translation>
    </message>
    <message>
        <source>A slice: the other {} inputs stand at their mean.</source>
        <translation>Ein Schnitt: Die anderen {} Eingaben stehen auf ihrem Mittelwert.</translation>
    </message>
    <message>
        <source>each number is an example of that class</source>
        <translation>jede Zahl ist ein Beispiel dieser Klasse</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>colour: the answer, dark is low</source>
        <translation>Farbe: die Antwort, dunkel ist niedrig</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückbehalten</translation>
    </message>
    <message>
        <source>Picture of the answers</source>
        <translation>Bild der Antworten</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Deck</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>I knew it</source>
        <translation>Gewusst</translation>
    </message>
    <message>
        <source>Key K</source>
        <translation>Taste K</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Key N</source>
        <translation>Taste N</translation>
    </message>
    <message>
        <source>Print, one a page</source>
        <translation>Drucken, eine je Seite</translation>
    </message>
    <message>
        <source>Print, eight a page</source>
        <translation>Drucken, acht je Seite</translation>
    </message>
    <message>
        <source>That was the round. Click for another one.</source>
        <translation>Das war die Runde. Klick für eine neue.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>click or press Space to turn</source>
        <translation>zum Umdrehen klicken oder Leertaste</translation>
    </message>
    <message>
        <source>{} left · {}</source>
        <translation>noch {} · {}</translation>
    </message>
    <message>
        <source>{} of {} known</source>
        <translation>{} von {} gewusst</translation>
    </message>
</context>
<context>
    <name>ChallengeDialog</name>
    <message>
        <source>Code challenge</source>
        <translation>Programmieraufgabe</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Dein Code</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Runs your code (Ctrl+Return)</source>
        <translation>Führt deinen Code aus (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Curves it got wrong</source>
        <translation>Kurven, bei denen er falsch lag</translation>
    </message>
    <message>
        <source>Running …</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>{} of {} right</source>
        <translation>{} von {} richtig</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{} (you said {})</source>
        <translation>{} (du sagst {})</translation>
    </message>
    <message>
        <source>All of them! The doctor of this program had to work harder for that.</source>
        <translation>Alle! Der Doktor dieses Programms musste dafür mehr arbeiten.</translation>
    </message>
    <message>
        <source>{} epochs: {}</source>
        <translation>{} Epochen: {}</translation>
    </message>
    <message>
        <source>Write diagnose(history). It answers one of {}, for {} real curves, in at most {} seconds. The first try below fails on runs that end in NaN, on short ones, and never says “too low”.</source>
        <translation>Schreib diagnose(history). Sie antwortet eines von {}, für {} echte Kurven, in höchstens {} Sekunden. Der erste Versuch unten scheitert an Läufen, die in NaN enden, an kurzen, und sagt nie „too low“.</translation>
    </message>
</context>
<context>
    <name>ChallengeProcess</name>
    <message>
        <source>Your code ended the whole program</source>
        <translation>Dein Code hat das ganze Programm beendet</translation>
    </message>
    <message>
        <source>It took longer than {} seconds</source>
        <translation>Es dauerte länger als {} Sekunden</translation>
    </message>
    <message>
        <source>It took more than {} megabytes of memory</source>
        <translation>Er hat mehr als {} Megabyte Speicher gebraucht</translation>
    </message>
    <message>
        <source>It could not be started</source>
        <translation>Es ließ sich nicht starten</translation>
    </message>
</context>
<context>
    <name>ChosenRun</name>
    <message>
        <source>Train this one</source>
        <translation>Diesen trainieren</translation>
    </message>
    <message>
        <source>Takes this run&apos;s settings, and trains</source>
        <translation>Nimmt die Einstellungen dieses Laufs und trainiert</translation>
    </message>
    <message>
        <source>Lay over</source>
        <translation>Darüberlegen</translation>
    </message>
    <message>
        <source>Draws this run&apos;s path on the surface as well</source>
        <translation>Zeichnet den Weg dieses Laufs mit auf die Fläche</translation>
    </message>
</context>
<context>
    <name>ClassRoom</name>
    <message>
        <source>Class packs (*{})</source>
        <translation>Klassenpakete (*{})</translation>
    </message>
    <message>
        <source>Open a class pack</source>
        <translation>Klassenpaket öffnen</translation>
    </message>
    <message>
        <source>the class pack “{}”</source>
        <translation>das Klassenpaket „{}“</translation>
    </message>
    <message>
        <source>This gdviz does not have the lessons {}.</source>
        <translation>Dieses gdviz hat die Lektionen {} nicht.</translation>
    </message>
    <message>
        <source>Save my result</source>
        <translation>Mein Ergebnis sichern</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Folder with the results</source>
        <translation>Ordner mit den Ergebnissen</translation>
    </message>
    <message>
        <source>{} results, {} files skipped. The table is in {} and {}.</source>
        <translation>{} Ergebnisse, {} Dateien ausgelassen. Die Tabelle liegt in {} und {}.</translation>
    </message>
    <message>
        <source>The lesson files in {} have mistakes ({})</source>
        <translation>Die Lektionsdateien in {} haben Fehler ({})</translation>
    </message>
    <message>
        <source>The class pack is in {}. Give it to your class; a double-click opens it.</source>
        <translation>Das Klassenpaket liegt in {}. Gib es deiner Klasse; ein Doppelklick öffnet es.</translation>
    </message>
</context>
<context>
    <name>ClinicPage</name>
    <message>
        <source>Rate / 10</source>
        <translation>Rate / 10</translation>
    </message>
    <message>
        <source>Rate x 10</source>
        <translation>Rate x 10</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Abziehen</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>Standardisieren</translation>
    </message>
    <message>
        <source>A random start</source>
        <translation>Zufälliger Start</translation>
    </message>
    <message>
        <source>Twice as long</source>
        <translation>Doppelt so lange</translation>
    </message>
    <message>
        <source>Next patient</source>
        <translation>Nächster Patient</translation>
    </message>
    <message>
        <source>Patient {} of {}</source>
        <translation>Patient {} von {}</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Was fehlt ihm?</translation>
    </message>
    <message>
        <source>Look at its curves. Each test runs it again with one thing changed: {} left.</source>
        <translation>Sieh dir seine Kurven an. Jeder Test lässt ihn mit einer Änderung noch einmal laufen: noch {}</translation>
    </message>
    <message>
        <source>Close the clinic</source>
        <translation>Klinik schließen</translation>
    </message>
    <message>
        <source>{} of {} patients right. Sure and wrong: {}. Knowing what you know: {} of 100.</source>
        <translation>{} von {} Patienten richtig. Sicher und falsch: {}. Wissen, was du weißt: {} von 100.</translation>
    </message>
    <message>
        <source>The clinic is closed for today</source>
        <translation>Die Klinik ist für heute geschlossen</translation>
    </message>
</context>
<context>
    <name>CodeLines</name>
    <message>
        <source>Keras code</source>
        <translation>Keras-Code</translation>
    </message>
    <message>
        <source>The same run as Keras code</source>
        <translation>Derselbe Lauf als Keras-Code</translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Goals of the course</source>
        <translation>Ziele des Kurses</translation>
    </message>
    <message>
        <source>{} of {} lessons done</source>
        <translation>{} von {} Lektionen fertig</translation>
    </message>
    <message>
        <source>{} of {} bets right</source>
        <translation>{} von {} Wetten richtig</translation>
    </message>
    <message>
        <source>{} sure and wrong</source>
        <translation>{} sicher und falsch</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Forgets what was done in this lesson</source>
        <translation>Vergisst, was in dieser Lektion getan wurde</translation>
    </message>
    <message>
        <source>Begin “{}” anew? What was done in it is forgotten.</source>
        <translation>„{}“ neu beginnen? Was darin getan wurde, wird vergessen.</translation>
    </message>
</context>
<context>
    <name>CrashKeeper</name>
    <message>
        <source>Something went wrong inside gdviz. You can go on; if it happens again, save your work and restart</source>
        <translation>In gdviz ist etwas schiefgegangen. Du kannst weitermachen; passiert es noch einmal, speichere deine Arbeit und starte neu</translation>
    </message>
    <message>
        <source>{}. What happened is written down in {}.</source>
        <translation>{}. Was geschah, steht in {}.</translation>
    </message>
    <message>
        <source>{}. It could not be written down: {}.</source>
        <translation>{}. Es ließ sich nicht aufschreiben: {}.</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Loss curve over the weight</source>
        <translation>Verlustkurve über dem Gewicht</translation>
    </message>
    <message>
        <source>Loss over the weight: wheel to zoom, Home resets, click or Shift and arrows to place the start</source>
        <translation>Verlust über dem Gewicht: Rad vergrößert, Pos1 stellt zurück, Klick oder Umschalt und Pfeile setzen den Start</translation>
    </message>
    <message>
        <source>slope {}</source>
        <translation>Steigung {}</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Your data: {}</source>
        <translation>Deine Daten: {}</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>The column that the network should learn to answer</source>
        <translation>Die Spalte, die das Netz zu antworten lernen soll</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Untick a column to leave it out</source>
        <translation>Kreuz eine Spalte ab, um sie wegzulassen</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Die ersten Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Learn from this</source>
        <translation>Daraus lernen</translation>
    </message>
    <message>
        <source>{} rows and {} columns</source>
        <translation>{} Zeilen und {} Spalten</translation>
    </message>
    <message>
        <source>one of {} classes</source>
        <translation>eine von {} Klassen</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>The network learns {} ({}) from {} of the columns.</source>
        <translation>Das Netz lernt {} ({}) aus {} der Spalten.</translation>
    </message>
    <message>
        <source>This table cannot be used</source>
        <translation>Diese Tabelle lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernen aus</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>Darin steht</translation>
    </message>
</context>
<context>
    <name>DiagnosisView</name>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Follow the advice</source>
        <translation>Dem Rat folgen</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>Beweis es</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Klär es</translation>
    </message>
    <message>
        <source>Runs the test that would tell the verdicts apart</source>
        <translation>Macht den Test, der die Befunde unterscheiden würde</translation>
    </message>
    <message>
        <source>How good is the doctor?</source>
        <translation>Wie gut ist der Doktor?</translation>
    </message>
    <message>
        <source>No diagnosis yet</source>
        <translation>Noch keine Diagnose</translation>
    </message>
    <message>
        <source>{} sure</source>
        <translation>zu {} sicher</translation>
    </message>
    <message>
        <source>Do: {}</source>
        <translation>Rat: {}</translation>
    </message>
    <message>
        <source>Next likely: {}</source>
        <translation>Als Nächstes käme in Frage: {}</translation>
    </message>
    <message>
        <source>Diagnosis: {}. {}</source>
        <translation>Diagnose: {}. {}</translation>
    </message>
    <message>
        <source>Set {} to {}</source>
        <translation>{} auf {} setzen</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>Was du siehst</translation>
    </message>
    <message>
        <source>What the doctor says</source>
        <translation>Was der Doktor sagt</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Evidence {}: {}</source>
        <translation>Beleg {}: {}</translation>
    </message>
    <message>
        <source>While it has the focus, the curves show where it was seen.</source>
        <translation>Solange es den Fokus hat, zeigen die Kurven, wo es zu sehen war.</translation>
    </message>
    <message>
        <source>The bar is the number, the stroke across it the limit. The curves show where it was seen.</source>
        <translation>Der Balken ist die Zahl, der Strich darüber die Grenze. Die Kurven zeigen, wo es zu sehen war.</translation>
    </message>
</context>
<context>
    <name>ExperimentPanel</name>
    <message>
        <source>Locked by {}: {}.</source>
        <translation>Gesperrt durch {}: {}.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Seed</translation>
    </message>
    <message>
        <source>Another seed at random</source>
        <translation>Ein anderer, zufälliger Seed</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Schedule, clipping, and what the network is made of</source>
        <translation>Plan, Kürzen, und woraus das Netz gemacht ist</translation>
    </message>
    <message>
        <source>{}: its own settings</source>
        <translation>{}: eigene Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>More settings …</source>
        <translation>Mehr Einstellungen …</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Take away</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>What to take away</source>
        <translation>Was du mitnimmst</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Wohin geschrieben wird</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Choose folder and name</source>
        <translation>Ordner und Namen wählen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Put it on the clipboard</source>
        <translation>In die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation>{} wurde geschrieben.</translation>
    </message>
    <message>
        <source>Something went wrong: {}</source>
        <translation>Etwas ist schiefgegangen: {}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Gestoppt; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>Es ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>There is no session that was left without being saved.</source>
        <translation>Es gibt keine Sitzung, die ungespeichert verlassen wurde.</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>The experiment is on the clipboard: paste it into a chat, a worksheet or another gdviz.</source>
        <translation>Das Experiment ist in der Zwischenablage: Füg es in einen Chat, ein Arbeitsblatt oder ein anderes gdviz ein.</translation>
    </message>
    <message>
        <source>The Keras script of this experiment is on the clipboard.</source>
        <translation>Das Keras-Skript dieses Experiments ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Restore the last session?</source>
        <translation>Die letzte Sitzung wiederherstellen?</translation>
    </message>
    <message>
        <source>gdviz did not end properly. It had made a copy at {}.</source>
        <translation>gdviz wurde nicht richtig beendet. Es hatte eine Kopie gemacht: {}.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save the changes to {}?</source>
        <translation>Änderungen an {} speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>gdviz sessions (*{})</source>
        <translation>gdviz-Sitzungen (*{})</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message>
        <source>Look for a word</source>
        <translation>Ein Wort suchen</translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message>
        <source>Hand-in</source>
        <translation>Abgabe</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Your sentence</source>
        <translation>Dein Satz</translation>
    </message>
    <message>
        <source>Your sentence, or leave it empty to write by hand</source>
        <translation>Dein Satz; leer lassen, um von Hand zu schreiben</translation>
    </message>
    <message>
        <source>Make the report …</source>
        <translation>Bericht machen …</translation>
    </message>
    <message>
        <source>Training …</source>
        <translation>Trainiert …</translation>
    </message>
    <message>
        <source>One experiment, three learning rates</source>
        <translation>Ein Experiment, drei Lernraten</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Done: {} and {}</source>
        <translation>Fertig: {} und {}</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Es ist misslungen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The rates</source>
        <translation>Die Raten</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>The doctor says</source>
        <translation>Der Doktor sagt</translation>
    </message>
    <message>
        <source>I say</source>
        <translation>Ich sage</translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation>Zum Wiederholen</translation>
    </message>
    <message>
        <source>Too low</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>About right</source>
        <translation>Etwa richtig</translation>
    </message>
    <message>
        <source>Too high</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Three runs that differ in the learning rate alone, everything else as it is set now.</source>
        <translation>Drei Läufe, die sich nur in der Lernrate unterscheiden; alles andere wie jetzt eingestellt.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What each key does, by menu and by view</source>
        <translation>Was jede Taste tut, nach Menü und nach Ansicht</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Everything can be done without a mouse.</source>
        <translation>Alles geht auch ohne Maus.</translation>
    </message>
</context>
<context>
    <name>Laboratory</name>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Up and down choose a study</source>
        <translation>Auf und ab wählen eine Studie</translation>
    </message>
</context>
<context>
    <name>LearnDock</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Back to the course</source>
        <translation>Zurück zum Kurs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Put the lesson away; it is kept</source>
        <translation>Lektion weglegen; sie bleibt, wie sie ist</translation>
    </message>
</context>
<context>
    <name>LearnMenu</name>
    <message>
        <source>For techn&amp;icians</source>
        <translation>Für &amp;die Technik</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>&amp;Lernen</translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation>&amp;Kurs</translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>&amp;Quiz</translation>
    </message>
    <message>
        <source>&amp;Flashcards</source>
        <translation>&amp;Lernkarten</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Mystery clinic</source>
        <translation>&amp;Rätselklinik</translation>
    </message>
    <message>
        <source>C&amp;ode challenge</source>
        <translation>&amp;Programmieraufgabe</translation>
    </message>
    <message>
        <source>&amp;Hand-in …</source>
        <translation>&amp;Abgabe …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Open a class pack …</source>
        <translation>Klassenpaket öffnen …</translation>
    </message>
    <message>
        <source>Leave the class pack</source>
        <translation>Klassenpaket verlassen</translation>
    </message>
    <message>
        <source>Save my result …</source>
        <translation>Mein Ergebnis sichern …</translation>
    </message>
    <message>
        <source>Make a class pack …</source>
        <translation>Klassenpaket machen …</translation>
    </message>
    <message>
        <source>Table of a class …</source>
        <translation>Tabelle einer Klasse …</translation>
    </message>
    <message>
        <source>How to write a lesson</source>
        <translation>Eine Lektion schreiben</translation>
    </message>
    <message>
        <source>My lesson files</source>
        <translation>Meine Lektionen</translation>
    </message>
    <message>
        <source>Print the cards on both sides of the paper, turned along the long edge.</source>
        <translation>Druck die Karten auf beide Seiten des Papiers, an der langen Kante gewendet.</translation>
    </message>
    <message>
        <source>Paper …</source>
        <translation>Papier …</translation>
    </message>
    <message>
        <source>PDF …</source>
        <translation>PDF …</translation>
    </message>
    <message>
        <source>Flashcards as PDF</source>
        <translation>Lernkarten als PDF</translation>
    </message>
</context>
<context>
    <name>LearnRooms</name>
    <message>
        <source>For technicians</source>
        <translation>Für die Technik</translation>
    </message>
    <message>
        <source>How to write a lesson</source>
        <translation>Eine Lektion schreiben</translation>
    </message>
    <message>
        <source>Your own lesson files belong in {}</source>
        <translation>Deine eigenen Lektionen gehören nach {}</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Course</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Flashcards</source>
        <translation>Lernkarten</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Mystery clinic</source>
        <translation>Rätselklinik</translation>
    </message>
    <message>
        <source>the mystery clinic</source>
        <translation>die Rätselklinik</translation>
    </message>
    <message>
        <source>the lesson “{}”</source>
        <translation>die Lektion „{}“</translation>
    </message>
</context>
<context>
    <name>LessonPlayer</name>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>A hint; press again for a plainer one</source>
        <translation>Ein Hinweis; noch einmal drücken für einen deutlicheren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>Der Schritt davor</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>On to the next step</source>
        <translation>Weiter zum nächsten Schritt</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation>Schritt {} von {}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Open the quiz</source>
        <translation>Quiz öffnen</translation>
    </message>
    <message>
        <source>Open the flashcards</source>
        <translation>Lernkarten öffnen</translation>
    </message>
    <message>
        <source>Open the code challenge</source>
        <translation>Programmieraufgabe öffnen</translation>
    </message>
    <message>
        <source>Open the clinic</source>
        <translation>Klinik öffnen</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Bericht machen</translation>
    </message>
    <message>
        <source>Open the glossary</source>
        <translation>Glossar öffnen</translation>
    </message>
    <message>
        <source>Your bet</source>
        <translation>Deine Wette</translation>
    </message>
    <message>
        <source>Another hint</source>
        <translation>Noch ein Hinweis</translation>
    </message>
</context>
<context>
    <name>Locks</name>
    <message>
        <source>{} is locked by {}</source>
        <translation>{} ist gesperrt durch {}</translation>
    </message>
    <message>
        <source>Leave it to change that</source>
        <translation>Verlass das erst, um es zu ändern</translation>
    </message>
</context>
<context>
    <name>LookButton</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Which curves to show, by epoch or by step, and how smooth</source>
        <translation>Welche Kurven, nach Epochen oder Schritten, und wie glatt</translation>
    </message>
    <message>
        <source>Each batch&apos;s loss behind</source>
        <translation>Verlust jedes Batches dahinter</translation>
    </message>
    <message>
        <source>The doctor&apos;s evidence</source>
        <translation>Belege des Doktors</translation>
    </message>
</context>
<context>
    <name>LoopStrip</name>
    <message>
        <source>1 Forward</source>
        <translation>1 Vorwärts</translation>
    </message>
    <message>
        <source>2 Loss</source>
        <translation>2 Verlust</translation>
    </message>
    <message>
        <source>3 Gradient</source>
        <translation>3 Gradient</translation>
    </message>
    <message>
        <source>4 Update</source>
        <translation>4 Verstellen</translation>
    </message>
    <message>
        <source>examples predicted: {}</source>
        <translation>Beispiele vorhergesagt: {}</translation>
    </message>
    <message>
        <source>mean of the batch: {}</source>
        <translation>Mittel des Batches: {}</translation>
    </message>
    <message>
        <source>length {}</source>
        <translation>Länge {}</translation>
    </message>
    <message>
        <source>all weights moved</source>
        <translation>alle Gewichte bewegt</translation>
    </message>
    <message>
        <source>weight {}: {} → {}</source>
        <translation>Gewicht {}: {} → {}</translation>
    </message>
</context>
<context>
    <name>LossBar</name>
    <message>
        <source>Colours from loss {} to {}</source>
        <translation>Farben von Verlust {} bis {}</translation>
    </message>
    <message>
        <source>loss 0.00012</source>
        <translation>Verlust 0.00012</translation>
    </message>
    <message>
        <source>loss {}</source>
        <translation>Verlust {}</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss curves</source>
        <translation>Verlustkurven</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Heights in powers of ten (Ctrl+L)</source>
        <translation>Höhen in Zehnerpotenzen (Strg+L)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>LuckPage</name>
    <message>
        <source>How many seeds</source>
        <translation>Wie viele Seeds</translation>
    </message>
    <message>
        <source>A&amp;gainst the rate</source>
        <translation>&amp;Gegen die Rate</translation>
    </message>
    <message>
        <source>Against a second rate</source>
        <translation>Gegen eine zweite Rate</translation>
    </message>
    <message>
        <source>Second rate</source>
        <translation>Zweite Rate</translation>
    </message>
    <message>
        <source>Same seeds, same batches, another learning rate</source>
        <translation>Gleiche Seeds, gleiche Batches, andere Lernrate</translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation>&amp;Seeds</translation>
    </message>
    <message>
        <source>Loss of every seed, and where each ended</source>
        <translation>Verlust jedes Seeds, und wo jeder endete</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>Endverlust</translation>
    </message>
    <message>
        <source>Nothing is left to luck here: there is one start. Choose a network in the main window: its first weights and the order of its examples are drawn.</source>
        <translation>Hier bleibt nichts dem Glück überlassen: Es gibt nur einen Start. Wähl im Hauptfenster ein Netz: Seine ersten Gewichte und die Reihenfolge seiner Beispiele werden ausgelost.</translation>
    </message>
    <message>
        <source>{} of {} runs.</source>
        <translation>{} von {} Läufen.</translation>
    </message>
    <message>
        <source>Rate {}: {}</source>
        <translation>Rate {}: {}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No diagnosis yet</source>
        <translation>Noch keine Diagnose</translation>
    </message>
    <message>
        <source>Doctor: {}</source>
        <translation>Doktor: {}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Doctor, race, and more</source>
        <translation>Doktor, Rennen und mehr</translation>
    </message>
    <message>
        <source>Left and right arrow go from one tab to the next</source>
        <translation>Pfeil links und rechts gehen von einem Reiter zum nächsten</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Doktor</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&lt;b&gt;gdviz {}&lt;/b&gt;&lt;p&gt;See a network learn: real Keras training, the loss surface it walks on, and a doctor for loss curves.&lt;p&gt;Free software under the MIT licence. It never goes on the network.</source>
        <translation>&lt;b&gt;gdviz {}&lt;/b&gt;&lt;p&gt;Sieh einem Netz beim Lernen zu: echtes Training mit Keras, die Verlustfläche, über die es läuft, und ein Doktor für Verlustkurven.&lt;p&gt;Freie Software unter der MIT-Lizenz. Es geht nie ins Netz.</translation>
    </message>
    <message>
        <source>About gdviz</source>
        <translation>Über gdviz</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Arrows choose a run, Enter trains it</source>
        <translation>Pfeiltasten wählen einen Lauf, Eingabe trainiert ihn</translation>
    </message>
    <message>
        <source>{} of {} runs.</source>
        <translation>{} von {} Läufen.</translation>
    </message>
    <message>
        <source>Every run was lost: try lower rates.</source>
        <translation>Jeder Lauf ging verloren: Versuch kleinere Raten.</translation>
    </message>
    <message>
        <source>{} at {}</source>
        <translation>{} bei {}</translation>
    </message>
    <message>
        <source>lost at every rate</source>
        <translation>mit jeder Rate verloren</translation>
    </message>
    <message>
        <source>Lowest loss and its rate: {}.</source>
        <translation>Kleinster Verlust und seine Rate: {}.</translation>
    </message>
    <message>
        <source>{}, rate {}. {}</source>
        <translation>{}, Rate {}. {}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the loss surface</source>
        <translation>Karte der Verlustfläche</translation>
    </message>
    <message>
        <source>Map: drag to move, wheel to zoom, Home resets, click or Shift and arrows to place the start</source>
        <translation>Karte: ziehen verschiebt, Rad vergrößert, Pos1 stellt zurück, Klick oder Umschalt und Pfeile setzen den Start</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Colours</source>
        <translation>F&amp;arben</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Your model: {}</source>
        <translation>Dein Modell: {}</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernen aus</translation>
    </message>
    <message>
        <source>Data whose rows have as many numbers as the model&apos;s input</source>
        <translation>Daten, deren Zeilen so viele Zahlen haben wie die Eingabe des Modells</translation>
    </message>
    <message>
        <source>Your own table …</source>
        <translation>Eigene Tabelle …</translation>
    </message>
    <message>
        <source>Your own table</source>
        <translation>Eigene Tabelle</translation>
    </message>
    <message>
        <source>Choose a table (CSV) for the model to learn from</source>
        <translation>Eine Tabelle (CSV) wählen, aus der das Modell lernt</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>From the input to the output</source>
        <translation>Von der Eingabe bis zur Ausgabe</translation>
    </message>
    <message>
        <source>Train this model</source>
        <translation>Dieses Modell trainieren</translation>
    </message>
    <message>
        <source>{} layers</source>
        <translation>{} Schichten</translation>
    </message>
    <message>
        <source>one layer</source>
        <translation>eine Schicht</translation>
    </message>
    <message>
        <source>{} weights</source>
        <translation>{} Gewichte</translation>
    </message>
    <message>
        <source>{} numbers</source>
        <translation>{} Zahlen</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>{} to train, {} others</source>
        <translation>{} zu trainieren, {} andere</translation>
    </message>
    <message>
        <source>None of the data that come with gdviz suit this model</source>
        <translation>Keine der mitgelieferten Daten passen zu diesem Modell</translation>
    </message>
    <message>
        <source>rows of {} numbers</source>
        <translation>Zeilen mit {} Zahlen</translation>
    </message>
    <message>
        <source>Choose a table of your own</source>
        <translation>Eine eigene Tabelle wählen</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>This model cannot be used</source>
        <translation>Dieses Modell ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>NoisePage</name>
    <message>
        <source>Directions</source>
        <translation>Richtungen</translation>
    </message>
    <message>
        <source>In which two of the weights&apos; many directions to look</source>
        <translation>In welche zwei der vielen Richtungen der Gewichte man schaut</translation>
    </message>
    <message>
        <source>Directions of the surface</source>
        <translation>Richtungen der Fläche</translation>
    </message>
    <message>
        <source>The noise&apos;s own directions</source>
        <translation>Die eigenen Richtungen des Rauschens</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>How many examples to a batch</source>
        <translation>Wie viele Beispiele ein Batch hat</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>&amp;Batchgröße</translation>
    </message>
    <message>
        <source>What each batch says is downhill</source>
        <translation>Was jeder Batch für bergab hält</translation>
    </message>
    <message>
        <source>Only networks are trained batch by batch. Choose a network in the main window: its steps look at a few examples each.</source>
        <translation>Nur Netze werden Batch für Batch trainiert. Wähl im Hauptfenster ein Netz: Jeder seiner Schritte sieht ein paar Beispiele.</translation>
    </message>
    <message>
        <source>downhill, {}</source>
        <translation>bergab, {}</translation>
    </message>
    <message>
        <source>The gradient of a batch of {} is on average {} off that of all {} rows (thick arrow).</source>
        <translation>Der Gradient eines Batches von {} weicht im Mittel {} von dem aller {} Beispiele (dicker Pfeil) ab.</translation>
    </message>
    <message>
        <source>The gradient of all {} rows is zero here.</source>
        <translation>Der Gradient aller {} Beispiele ist hier null.</translation>
    </message>
    <message>
        <source>Noise scale here: {} = tr(covariance of the rows&apos; gradients) / |gradient|²: in a batch of that many rows, noise is as long as the gradient itself.</source>
        <translation>Rauschmaß hier: {} = Spur(Kovarianz der Gradienten aller Beispiele) / |Gradient|²: In einem Batch mit so vielen Beispielen ist das Rauschen so lang wie der Gradient selbst.</translation>
    </message>
    <message>
        <source>The picture holds {} of the gradient and {} of the noise.</source>
        <translation>Das Bild enthält {} des Gradienten und {} des Rauschens.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>OptimizerMapPage</name>
    <message>
        <source>Optimisers</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Tick those to be drawn</source>
        <translation>Kreuz die an, die gezeichnet werden sollen</translation>
    </message>
    <message>
        <source>&amp;Optimisers: {}    </source>
        <translation>&amp;Optimierer: {}    </translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>Items to be put in order</source>
        <translation>Zu ordnende Zeilen</translation>
    </message>
    <message>
        <source>Drag them, or use the arrows</source>
        <translation>Zieh sie, oder nimm die Pfeile</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>OwnFiles</name>
    <message>
        <source>Training log: {}</source>
        <translation>Trainingsprotokoll: {}</translation>
    </message>
    <message>
        <source>{} ({} sure)</source>
        <translation>{} (zu {} sicher)</translation>
    </message>
    <message>
        <source>Do: {}</source>
        <translation>Rat: {}</translation>
    </message>
    <message>
        <source>Learn from it as a table</source>
        <translation>Als Tabelle daraus lernen</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>Leave the class pack</source>
        <translation>Klassenpaket verlassen</translation>
    </message>
    <message>
        <source>Settings, lessons, language and size are as before it was opened</source>
        <translation>Einstellungen, Lektionen, Sprache und Größe sind wie vor dem Öffnen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Lessons: {}</source>
        <translation>Lektionen: {}</translation>
    </message>
    <message>
        <source>Your teacher&apos;s own: {}</source>
        <translation>Eigene deiner Lehrkraft: {}</translation>
    </message>
    <message>
        <source>Locked: {}</source>
        <translation>Gesperrt: {}</translation>
    </message>
    <message>
        <source>Presets: {}</source>
        <translation>Voreinstellungen: {}</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Make a class pack</source>
        <translation>Klassenpaket machen</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>Name der Klasse</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Space chooses; drag to put in order</source>
        <translation>Die Leertaste wählt; ziehen ordnet</translation>
    </message>
    <message>
        <source>Locked settings</source>
        <translation>Gesperrte Einstellungen</translation>
    </message>
    <message>
        <source>Space locks and unlocks</source>
        <translation>Die Leertaste sperrt und entsperrt</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Why it is worth a look</source>
        <translation>Warum sie sich lohnt</translation>
    </message>
    <message>
        <source>works well</source>
        <translation>funktioniert gut</translation>
    </message>
    <message>
        <source>Add the present experiment</source>
        <translation>Den jetzigen Versuch hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the preset</source>
        <translation>Die Voreinstellung entfernen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Projector mode</source>
        <translation>Beamermodus</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Each pupil&apos;s own</source>
        <translation>Die eigene der Lernenden</translation>
    </message>
    <message>
        <source>for example 10b</source>
        <translation>zum Beispiel 10b</translation>
    </message>
    <message>
        <source>A preset needs a name and a reason why it is worth a look.</source>
        <translation>Eine Voreinstellung braucht einen Namen und einen Grund, warum sie sich lohnt.</translation>
    </message>
    <message>
        <source>A class pack needs a name and at least one lesson.</source>
        <translation>Ein Klassenpaket braucht einen Namen und mindestens eine Lektion.</translation>
    </message>
    <message>
        <source>Class packs (*{})</source>
        <translation>Klassenpakete (*{})</translation>
    </message>
    <message>
        <source>Save the class pack</source>
        <translation>Klassenpaket sichern</translation>
    </message>
    <message>
        <source>It begins with the experiment in the window, and locked settings stay as they are there: {}.</source>
        <translation>Es beginnt mit dem Versuch im Fenster, und gesperrte Einstellungen bleiben wie dort: {}.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Two weights</source>
        <translation>Zwei Gewichte</translation>
    </message>
    <message>
        <source>Weights are counted from 0 to {}, layer by layer.</source>
        <translation>Gewichte werden von 0 bis {} gezählt, Schicht für Schicht.</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>To the back</source>
        <translation>Nach hinten</translation>
    </message>
</context>
<context>
    <name>PairPage</name>
    <message>
        <source>First run</source>
        <translation>Erster Lauf</translation>
    </message>
    <message>
        <source>Solid line</source>
        <translation>Durchgezogene Linie</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>Zweiter Lauf</translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation>Gestrichelte Linie</translation>
    </message>
    <message>
        <source>Loss of two runs</source>
        <translation>Verlust zweier Läufe</translation>
    </message>
    <message>
        <source>Present run</source>
        <translation>Jetziger Lauf</translation>
    </message>
    <message>
        <source>{} after {}</source>
        <translation>{} nach {}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>{} Loss at the end: {} and {} epochs.</source>
        <translation>{} Verlust am Ende: {} und {} Epochen.</translation>
    </message>
    <message>
        <source>{} With one seed it may still be luck: see the page Luck.</source>
        <translation>{} Mit nur einem Seed kann es noch Glück sein: siehe die Seite Glück.</translation>
    </message>
    <message>
        <source>&amp;First</source>
        <translation>&amp;Erster</translation>
    </message>
    <message>
        <source>&amp;Second</source>
        <translation>&amp;Zweiter</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Auto: {}</source>
        <translation>Auto: {}</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>How true this picture is</source>
        <translation>Wie wahr dieses Bild ist</translation>
    </message>
    <message>
        <source>Scale of the loss</source>
        <translation>Maßstab des Verlusts</translation>
    </message>
    <message>
        <source>Draws the loss as it is, or its logarithm, or whichever shows more</source>
        <translation>Zeigt den Verlust, wie er ist, seinen Logarithmus, oder was mehr zeigt</translation>
    </message>
</context>
<context>
    <name>PictureStack</name>
    <message>
        <source>Picture of the landscape</source>
        <translation>Bild der Landschaft</translation>
    </message>
    <message>
        <source>A sealed run</source>
        <translation>Ein versiegelter Lauf</translation>
    </message>
    <message>
        <source>{} hidden</source>
        <translation>{} versteckt</translation>
    </message>
</context>
<context>
    <name>PlaneChooser</name>
    <message>
        <source>Slice</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Which slice through all the weights is drawn</source>
        <translation>Welcher Schnitt durch alle Gewichte gezeichnet wird</translation>
    </message>
    <message>
        <source>Other random directions</source>
        <translation>Andere zufällige Richtungen</translation>
    </message>
    <message>
        <source>Which two weights …</source>
        <translation>Welche zwei Gewichte …</translation>
    </message>
    <message>
        <source>Through the step shown</source>
        <translation>Durch den gezeigten Schritt</translation>
    </message>
    <message>
        <source>The slice goes through the point that the timeline shows, and not through the newest</source>
        <translation>Der Schnitt geht durch den Punkt, den die Zeitleiste zeigt, und nicht durch den neuesten</translation>
    </message>
</context>
<context>
    <name>Portrait</name>
    <message>
        <source>Present run</source>
        <translation>Jetziger Lauf</translation>
    </message>
</context>
<context>
    <name>PresetsPage</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>a mistake to learn from</source>
        <translation>ein lehrreicher Fehler</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Try {}</source>
        <translation>{} probieren</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Reading {} …</source>
        <translation>{} wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>And {} more such notes.</source>
        <translation>Und {} weitere solche Hinweise.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>the administrator of this computer</source>
        <translation>die Administration dieses Rechners</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>How sure are you?</source>
        <translation>Wie sicher bist du?</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>Geraten</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Ziemlich</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Ganz sicher</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>Only the mistakes</source>
        <translation>Nur die Fehler</translation>
    </message>
    <message>
        <source>Question {} of {}</source>
        <translation>Frage {} von {}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>See the score</source>
        <translation>Zu den Punkten</translation>
    </message>
    <message>
        <source>**{} of {}** right</source>
        <translation>**{} von {}** richtig</translation>
    </message>
    <message>
        <source>{} times sure and right, {} times sure and wrong</source>
        <translation>{}-mal sicher und richtig, {}-mal sicher und falsch</translation>
    </message>
    <message>
        <source>Knowing what you know: **{} of 100**</source>
        <translation>Wissen, was du weißt: **{} von 100**</translation>
    </message>
    <message>
        <source>**Once more:** {}
You said: {}. {}</source>
        <translation>**Noch einmal:** {}
Du sagtest: {}. {}</translation>
    </message>
    <message>
        <source>Your score</source>
        <translation>Deine Punkte</translation>
    </message>
    <message>
        <source>Another quiz</source>
        <translation>Noch ein Quiz</translation>
    </message>
</context>
<context>
    <name>RaceDialog</name>
    <message>
        <source>New race</source>
        <translation>Neues Rennen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was verschieden ist</translation>
    </message>
    <message>
        <source>All else is the same for every runner</source>
        <translation>Alles andere ist für alle Läufer gleich</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What differs between the runners?</source>
        <translation>Was ist zwischen den Läufern verschieden?</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Runners</source>
        <translation>Läufer</translation>
    </message>
    <message>
        <source>Space ticks and unticks a runner</source>
        <translation>Leertaste kreuzt einen Läufer an oder ab</translation>
    </message>
    <message>
        <source>New race …</source>
        <translation>Neues Rennen …</translation>
    </message>
    <message>
        <source>New race</source>
        <translation>Neues Rennen</translation>
    </message>
    <message>
        <source>Choose who runs</source>
        <translation>Wählen, wer läuft</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take all runners off the surface</source>
        <translation>Nimmt alle Läufer von der Fläche</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Getting ready …</source>
        <translation>Macht sich bereit …</translation>
    </message>
    <message>
        <source>{} Target: loss {}, which half of them reach.</source>
        <translation>{} Ziel: Verlust {}, den die Hälfte von ihnen erreicht.</translation>
    </message>
</context>
<context>
    <name>RangePage</name>
    <message>
        <source>The rate grows from step to step; the loss says how far it may.</source>
        <translation>Die Rate wächst von Schritt zu Schritt; der Verlust sagt, wie weit sie darf.</translation>
    </message>
    <message>
        <source>Loss over learning rate</source>
        <translation>Verlust über der Lernrate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Use this rate</source>
        <translation>Diese Rate nehmen</translation>
    </message>
    <message>
        <source>Sets the learning rate to what the test suggests</source>
        <translation>Stellt die Lernrate ein, die der Test vorschlägt</translation>
    </message>
    <message>
        <source>No rate has lowered the loss yet.</source>
        <translation>Noch hat keine Rate den Verlust gesenkt.</translation>
    </message>
    <message>
        <source>take {}</source>
        <translation>nimm {}</translation>
    </message>
    <message>
        <source>Use {}</source>
        <translation>{} nehmen</translation>
    </message>
    <message>
        <source>The averaged loss falls fastest at {} (triangle) and is lowest at {}. Take {} (dashed): two thirds down the longest fall, before larger steps begin to do harm.</source>
        <translation>Der gemittelte Verlust fällt bei {} (Dreieck) am schnellsten und ist bei {} am kleinsten. Nimm {} (gestrichelt): zwei Drittel des längsten Abstiegs hinab, bevor größere Schritte schaden.</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs that are kept</source>
        <translation>Behaltene Läufe</translation>
    </message>
    <message>
        <source>Space draws a run beside the present one; F2 renames</source>
        <translation>Leertaste zeichnet einen Lauf neben den jetzigen; F2 benennt um</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the present run as it is now</source>
        <translation>Den jetzigen Lauf behalten, wie er gerade ist</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Go back to this run</source>
        <translation>Zu diesem Lauf zurückgehen</translation>
    </message>
    <message>
        <source>Take its settings, path and curves again</source>
        <translation>Nimmt seine Einstellungen, seinen Weg und seine Kurven wieder</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Take the run off the list (Del)</source>
        <translation>Nimmt den Lauf aus der Liste (Entf)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring the run deleted last back</source>
        <translation>Bringt den zuletzt gelöschten Lauf zurück</translation>
    </message>
    <message>
        <source>{}: {} steps to a loss of {}, kept {}</source>
        <translation>{}: {} Schritte bis zu einem Verlust von {}, behalten am {}</translation>
    </message>
    <message>
        <source>Tick a run to draw it beside the present one.</source>
        <translation>Kreuz einen Lauf an, um ihn neben dem jetzigen zu zeichnen.</translation>
    </message>
    <message>
        <source> It walked on another surface, so it cannot be drawn here.</source>
        <translation> Er lief auf einer anderen Fläche und lässt sich hier nicht zeichnen.</translation>
    </message>
    <message>
        <source>{}Against the present settings: {}{}</source>
        <translation>{}Verglichen mit den jetzigen Einstellungen: {}{}</translation>
    </message>
</context>
<context>
    <name>ScoreDialog</name>
    <message>
        <source>How good is the doctor?</source>
        <translation>Wie gut ist der Doktor?</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Zeugnis</translation>
    </message>
</context>
<context>
    <name>SketchPad</name>
    <message>
        <source>Draw with the mouse, from left to right. Keys: down falls, up rises, right is flat, Z zigzags</source>
        <translation>Zeichne mit der Maus von links nach rechts. Tasten: ab fällt, auf steigt, rechts ist flach, Z zackt</translation>
    </message>
    <message>
        <source>Paper for a loss curve</source>
        <translation>Papier für eine Verlustkurve</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss: draw here</source>
        <translation>Verlust: hier zeichnen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>StabilityZones</name>
    <message>
        <source>Stability of the learning rate</source>
        <translation>Stabilität der Lernrate</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>… Training begins by itself.</source>
        <translation>… Das Training beginnt von selbst.</translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>Table of steps</source>
        <translation>Tabelle der Schritte</translation>
    </message>
    <message>
        <source>Every step so far: its weights and its loss</source>
        <translation>Jeder Schritt bisher: Gewichte und Verlust</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>The run in words</source>
        <translation>Der Lauf in Worten</translation>
    </message>
    <message>
        <source>What is trained, how far it is, and how it does</source>
        <translation>Was trainiert wird, wie weit es ist und wie es ihm geht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Puts the sentences on the clipboard</source>
        <translation>Legt die Sätze in die Zwischenablage</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Loss surface in 3D: arrow keys turn it, plus and minus zoom, Home resets</source>
        <translation>Verlustfläche in 3D: Pfeile drehen, Plus und Minus vergrößern, Pos1 stellt zurück</translation>
    </message>
    <message>
        <source>Loss surface in 3D</source>
        <translation>Verlustfläche in 3D</translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>Loss curves by rate, and final loss over rate</source>
        <translation>Verlustkurven je Rate, und Endverlust über der Rate</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>final loss</source>
        <translation>Endverlust</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Arrows choose a run, Enter trains it</source>
        <translation>Pfeiltasten wählen einen Lauf, Eingabe trainiert ihn</translation>
    </message>
    <message>
        <source>{} of {} runs.</source>
        <translation>{} von {} Läufen.</translation>
    </message>
    <message>
        <source>No stability limit to mark: {}.</source>
        <translation>Keine Stabilitätsgrenze einzuzeichnen: {}.</translation>
    </message>
    <message>
        <source>Dashed: {}, the largest stable rate of full-batch steps, by the curvature at the first weights; small batches and later weights may have another.</source>
        <translation>Gestrichelt: {}, die größte stabile Rate für Schritte mit allen Beispielen, aus der Krümmung bei den ersten Gewichten; für kleine Batches und spätere Gewichte kann sie anders sein.</translation>
    </message>
    <message>
        <source>limit {}</source>
        <translation>Grenze {}</translation>
    </message>
    <message>
        <source>Rate {}: {}</source>
        <translation>Rate {}: {}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Step shown</source>
        <translation>Gezeigter Schritt</translation>
    </message>
    <message>
        <source>Go back to any step of the run</source>
        <translation>Geh zu irgendeinem Schritt des Laufs zurück</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Abspieltempo</translation>
    </message>
    <message>
        <source>How fast to play: at ×1 a run takes ten seconds</source>
        <translation>Wie schnell abgespielt wird: Bei ×1 dauert ein Lauf zehn Sekunden</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>Hier abzweigen</translation>
    </message>
    <message>
        <source>Train, then go back to any step here.</source>
        <translation>Trainiere, dann geh hier zu irgendeinem Schritt zurück.</translation>
    </message>
    <message>
        <source>Step {}, the newest</source>
        <translation>Schritt {}, der neueste</translation>
    </message>
    <message>
        <source>  ·  loss {}</source>
        <translation>  ·  Verlust {}</translation>
    </message>
    <message>
        <source>Step {} / {}</source>
        <translation>Schritt {} / {}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train the network (Ctrl+Return)</source>
        <translation>Das Netz trainieren (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold the run (Ctrl+.)</source>
        <translation>Den Lauf anhalten (Strg+.)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>One training step (Ctrl+Right)</source>
        <translation>Ein Trainingsschritt (Strg+Rechts)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Back to the first weights (Ctrl+Backspace)</source>
        <translation>Zurück zu den ersten Gewichten (Strg+Rücktaste)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>500 steps a second</source>
        <translation>500 Schritte/s</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>{} steps a second</source>
        <translation>{} Schritte/s</translation>
    </message>
    <message>
        <source>as fast as it can</source>
        <translation>so schnell es geht</translation>
    </message>
    <message>
        <source>Speed: {}</source>
        <translation>Tempo: {}</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation>Schritt {} von {}</translation>
    </message>
    <message>
        <source>Epoch {} of {}  ·  step {}</source>
        <translation>Epoche {} von {}  ·  Schritt {}</translation>
    </message>
    <message>
        <source>How fast to watch the run</source>
        <translation>Wie schnell man dem Lauf zusieht</translation>
    </message>
</context>
<context>
    <name>Typing</name>
    <message>
        <source>Your answer</source>
        <translation>Deine Antwort</translation>
    </message>
    <message>
        <source>A number, with a point or a comma</source>
        <translation>Eine Zahl, mit Punkt oder Komma</translation>
    </message>
</context>
<context>
    <name>WeightChoice</name>
    <message>
        <source>Weight to show</source>
        <translation>Gezeigtes Gewicht</translation>
    </message>
    <message>
        <source>Type a part of a name to find a weight</source>
        <translation>Tipp einen Teil des Namens, um ein Gewicht zu finden</translation>
    </message>
    <message>
        <source>Previous weight</source>
        <translation>Voriges Gewicht</translation>
    </message>
    <message>
        <source>Previous weight (Alt+PgUp)</source>
        <translation>Voriges Gewicht (Alt+Bild auf)</translation>
    </message>
    <message>
        <source>Next weight</source>
        <translation>Nächstes Gewicht</translation>
    </message>
    <message>
        <source>Next weight (Alt+PgDown)</source>
        <translation>Nächstes Gewicht (Alt+Bild ab)</translation>
    </message>
</context>
<context>
    <name>_Batches</name>
    <message>
        <source>Batch sizes</source>
        <translation>Batchgrößen</translation>
    </message>
    <message>
        <source>Whole numbers with commas between</source>
        <translation>Ganze Zahlen mit Kommas dazwischen</translation>
    </message>
</context>
<context>
    <name>_Entry</name>
    <message>
        <source>Arrow: {}</source>
        <translation>Pfeil: {}</translation>
    </message>
</context>
<context>
    <name>_Rates</name>
    <message>
        <source>Lowest rate</source>
        <translation>Kleinste Rate</translation>
    </message>
    <message>
        <source>Highest rate</source>
        <translation>Höchste Rate</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
</context>
<context>
    <name>_Seeds</name>
    <message>
        <source>How many seeds</source>
        <translation>Wie viele Seeds</translation>
    </message>
    <message>
        <source>Is it the rate, or luck? Other first weights, other orders of the examples.</source>
        <translation>Liegt es an der Rate oder am Glück? Andere erste Gewichte, andere Reihenfolgen der Beispiele.</translation>
    </message>
</context>
<context>
    <name>gdviz</name>
    <message>
        <source> (full batch)</source>
        <translation> (alle Beispiele)</translation>
    </message>
    <message>
        <source>&amp;About gdviz</source>
        <translation>&amp;Über gdviz</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>&amp;Beide</translation>
    </message>
    <message>
        <source>&amp;Copy experiment</source>
        <translation>&amp;Experiment kopieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>La&amp;boratory</source>
        <translation>Lab&amp;or</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation>&amp;Logarithmischer Verlust</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Open session …</source>
        <translation>Sitzung &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Paste experiment</source>
        <translation>Experiment ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Projector mode</source>
        <translation>Bea&amp;mer-Modus</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo setting</source>
        <translation>Einstellung &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>La&amp;uf</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Single step</source>
        <translation>&amp;Einzelner Schritt</translation>
    </message>
    <message>
        <source>&amp;Surface</source>
        <translation>&amp;Fläche</translation>
    </message>
    <message>
        <source>&amp;Take away …</source>
        <translation>&amp;Mitnehmen …</translation>
    </message>
    <message>
        <source>&amp;The run in words</source>
        <translation>Der Lauf in &amp;Worten</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;Undo setting</source>
        <translation>Einstellung &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>&apos;(&apos; after {}</source>
        <translation>„(“ nach {}</translation>
    </message>
    <message>
        <source>&apos;,&apos; and another value to take the {} of</source>
        <translation>„,“ und ein zweiter Wert für {}</translation>
    </message>
    <message>
        <source>, looking ahead</source>
        <translation>, vorausgeschaut</translation>
    </message>
    <message>
        <source>, {} percent sure</source>
        <translation>, zu {} Prozent sicher</translation>
    </message>
    <message>
        <source>1 to 16, with commas between</source>
        <translation>1 bis 16, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>1,797 pictures of 8 by 8 pixels, each a digit written by hand.</source>
        <translation>1.797 Bilder mit 8 mal 8 Punkten, jedes eine handgeschriebene Ziffer.</translation>
    </message>
    <message>
        <source>200 points scattered about one wave, to be drawn through.</source>
        <translation>200 Punkte, um eine Welle gestreut; durch sie soll eine Kurve gehen.</translation>
    </message>
    <message>
        <source>300 points in three round heaps.</source>
        <translation>300 Punkte in drei runden Haufen.</translation>
    </message>
    <message>
        <source>300 points in two interlocking crescents.</source>
        <translation>300 Punkte in zwei Sicheln, die ineinandergreifen.</translation>
    </message>
    <message>
        <source>300 points on a ring and on a smaller ring inside it.</source>
        <translation>300 Punkte auf einem Ring und einem kleineren darin.</translation>
    </message>
    <message>
        <source>300 points on two arms wound round each other.</source>
        <translation>300 Punkte auf zwei Armen, die sich umeinander winden.</translation>
    </message>
    <message>
        <source>300 points whose class is whether their two signs differ.</source>
        <translation>300 Punkte; die Klasse sagt, ob ihre beiden Vorzeichen verschieden sind.</translation>
    </message>
    <message>
        <source>: the last half of them took away {}</source>
        <translation>: Die letzte Hälfte nahm davon noch {} weg</translation>
    </message>
    <message>
        <source>: {} instead of {}</source>
        <translation>: {} statt {}</translation>
    </message>
    <message>
        <source>A ReLU with a soft knee, found in large language models.</source>
        <translation>Eine ReLU mit weichem Knie, wie in großen Sprachmodellen.</translation>
    </message>
    <message>
        <source>A ReLU with its corner rounded off; never quite zero.</source>
        <translation>Eine ReLU mit abgerundeter Ecke; nie ganz null.</translation>
    </message>
    <message>
        <source>A bell curve of deviation 0.05 whatever the layer&apos;s size.</source>
        <translation>Eine Glockenkurve mit Streuung 0.05, wie groß die Schicht auch ist.</translation>
    </message>
    <message>
        <source>A bowl full of dents, more than a hundred in view: downhill ends in the first one it meets.</source>
        <translation>Eine Schüssel voller Dellen, mehr als hundert im Bild: Bergab endet in der ersten, die kommt.</translation>
    </message>
    <message>
        <source>A decimal number is written with a point, as in 0.5</source>
        <translation>Eine Dezimalzahl schreibt man mit Punkt, wie 0.5</translation>
    </message>
    <message>
        <source>A heavy ball rolls over the dents into the funnel; its tip is so sharp that steps hop about it.</source>
        <translation>Eine schwere Kugel rollt über die Dellen in den Trichter; seine Spitze ist so scharf, dass Schritte um sie herumhüpfen.</translation>
    </message>
    <message>
        <source>A heavy ball: keeps most of its speed, so it rolls through flats and overshoots bends.</source>
        <translation>Eine schwere Kugel: Sie behält den größten Teil ihres Schwungs, rollt durch Ebenen und schießt in Kurven hinaus.</translation>
    </message>
    <message>
        <source>A line through twelve points</source>
        <translation>Eine Gerade durch zwölf Punkte</translation>
    </message>
    <message>
        <source>A model that you saved as a .keras file, with its convolutions, batch normalisation and dropout.</source>
        <translation>Ein Modell, das du als .keras-Datei gespeichert hast, mit seinen Faltungen, Batch-Normalisierung und Dropout.</translation>
    </message>
    <message>
        <source>A race is under way. Lay the run over the surface when it has ended.</source>
        <translation>Gerade läuft ein Rennen. Leg den Lauf über die Fläche, wenn es zu Ende ist.</translation>
    </message>
    <message>
        <source>A real Keras network: hundreds of weights, seen through the two directions it moves in most.</source>
        <translation>Ein echtes Keras-Netz: hunderte Gewichte, gesehen in den zwei Richtungen, in die es sich am meisten bewegt.</translation>
    </message>
    <message>
        <source>A row an epoch (CSV), or all that was recorded (npz).</source>
        <translation>Eine Zeile je Epoche (CSV), oder alles, was aufgezeichnet wurde (npz).</translation>
    </message>
    <message>
        <source>A tenth of the rate after half the run, a hundredth in the last quarter.</source>
        <translation>Ein Zehntel der Rate nach dem halben Lauf, ein Hundertstel im letzten Viertel.</translation>
    </message>
    <message>
        <source>A valley one way and a hill the other: the slope is zero in the middle, but it is no minimum.</source>
        <translation>In der einen Richtung ein Tal, in der anderen ein Berg: In der Mitte ist die Steigung null, und doch ist dort kein Minimum.</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Ackley&apos;s funnel</source>
        <translation>Ackleys Trichter</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Adadelta measures steps by its own past steps; no limit is known for it</source>
        <translation>Adadelta misst Schritte an seinen eigenen früheren Schritten; eine Grenze dafür ist nicht bekannt</translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation>Adafactor</translation>
    </message>
    <message>
        <source>Adafactor clips its steps and measures them by the weights; no published limit covers it</source>
        <translation>Adafactor kürzt seine Schritte und misst sie an den Gewichten; keine veröffentlichte Grenze gilt dafür</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Adagrad divides by slopes it never forgets: a rate too large now will shrink by itself</source>
        <translation>Adagrad teilt durch Steigungen, die es nie vergisst: Eine jetzt zu große Rate schrumpft von selbst</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam for networks too large to remember a number for every weight: it remembers rows and columns.</source>
        <translation>Adam für Netze, die zu groß sind, um sich zu jedem Gewicht eine Zahl zu merken: Es merkt sich Zeilen und Spalten.</translation>
    </message>
    <message>
        <source>Adam that also shrinks every weight a little at each step, which often generalises better.</source>
        <translation>Adam, das dazu jedes Gewicht bei jedem Schritt ein wenig verkleinert; oft verallgemeinert das besser.</translation>
    </message>
    <message>
        <source>Adam that divides by the largest recent slope instead of the average one: steadier, slower.</source>
        <translation>Adam, das durch die größte letzte Steigung teilt statt durch die mittlere: ruhiger, langsamer.</translation>
    </message>
    <message>
        <source>Adam that looks ahead like Nesterov: a little quicker round bends.</source>
        <translation>Adam, das vorausschaut wie Nesterov: in Kurven etwas schneller.</translation>
    </message>
    <message>
        <source>Adam whose step in each layer is as long as the layer&apos;s weights are large: made for huge batches.</source>
        <translation>Adam, dessen Schritt in jeder Schicht so lang ist, wie ihre Gewichte groß sind: für riesige Batches gemacht.</translation>
    </message>
    <message>
        <source>Adam, with m taken one step further</source>
        <translation>Adam, mit m einen Schritt weitergedacht</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>AdamW that averages its own path instead of letting the rate fall; needs no schedule.</source>
        <translation>AdamW, das seinen eigenen Weg mittelt, statt die Rate fallen zu lassen; braucht keinen Plan.</translation>
    </message>
    <message>
        <source>Adamax</source>
        <translation>Adamax</translation>
    </message>
    <message>
        <source>Adamax divides by the largest recent slope; no published limit covers it</source>
        <translation>Adamax teilt durch die größte letzte Steigung; keine veröffentlichte Grenze gilt dafür</translation>
    </message>
    <message>
        <source>Add the gradient</source>
        <translation>Gradient addieren</translation>
    </message>
    <message>
        <source>Adding the gradient climbs; no rate makes that settle</source>
        <translation>Wer den Gradienten addiert, steigt; mit keiner Rate kommt das zur Ruhe</translation>
    </message>
    <message>
        <source>Adds this times the sum of squared weights to the loss.</source>
        <translation>Zählt so oft die Summe der quadrierten Gewichte zum Verlust dazu.</translation>
    </message>
    <message>
        <source>After step {} loss or weights are no finite numbers any more: this run has exploded.</source>
        <translation>Nach Schritt {} sind Verlust oder Gewichte keine endlichen Zahlen mehr: Dieser Lauf ist explodiert.</translation>
    </message>
    <message>
        <source>After {} epochs it is too early to say.</source>
        <translation>Nach {} Epochen ist es noch zu früh, etwas zu sagen.</translation>
    </message>
    <message>
        <source>All at the same rate</source>
        <translation>Alle mit derselben Rate</translation>
    </message>
    <message>
        <source>All hidden neurons stay equal for ever; here to show why one does not.</source>
        <translation>Alle versteckten Neuronen bleiben für immer gleich; steht hier, um zu zeigen, warum man das nicht tut.</translation>
    </message>
    <message>
        <source>All runners have the same settings: they tie.</source>
        <translation>Alle Läufer haben dieselben Einstellungen: Sie laufen gleich.</translation>
    </message>
    <message>
        <source>All zero</source>
        <translation>Alle null</translation>
    </message>
    <message>
        <source>All {} runs were lost, whatever the seed.</source>
        <translation>Alle {} Läufe gingen verloren, egal mit welchem Seed.</translation>
    </message>
    <message>
        <source>Alt and a letter</source>
        <translation>Alt und ein Buchstabe</translation>
    </message>
    <message>
        <source>Another number is another start and another order of examples.</source>
        <translation>Eine andere Zahl ist ein anderer Start und eine andere Reihenfolge der Beispiele.</translation>
    </message>
    <message>
        <source>Any loss you can write down in w, or in x and y.</source>
        <translation>Jeder Verlust, den du in w oder in x und y aufschreiben kannst.</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Arrow keys move the crosshair, Return shows that step everywhere, Escape goes back to the newest.</source>
        <translation>Pfeiltasten bewegen das Fadenkreuz, Eingabe zeigt diesen Schritt überall, Esc geht zum neuesten zurück.</translation>
    </message>
    <message>
        <source>Arrow keys scroll it</source>
        <translation>Pfeiltasten blättern</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>As soon as the run is ready, what the model answers to every input is drawn here. A model that takes whole pictures has no two inputs to draw it over.</source>
        <translation>Sobald der Lauf bereit ist, wird hier gezeichnet, was das Modell auf jede Eingabe antwortet. Bei einem Modell, das ganze Bilder nimmt, gibt es keine zwei Eingaben, über denen man das zeichnen könnte.</translation>
    </message>
    <message>
        <source>As soon as the run is ready, what the network answers to every input is drawn here.</source>
        <translation>Sobald der Lauf bereit ist, steht hier, was das Netz auf jede Eingabe antwortet.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Back to the newest step</source>
        <translation>Zurück zum neuesten Schritt</translation>
    </message>
    <message>
        <source>Batch normalisation and dropout make the loss of training another than the one measured here</source>
        <translation>Mit Batch-Normalisierung und Dropout ist der Verlust beim Training ein anderer als der hier gemessene</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation>Batchgrößen</translation>
    </message>
    <message>
        <source>Beale&apos;s function</source>
        <translation>Beales Funktion</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Between -0.05 and 0.05 whatever the layer&apos;s size.</source>
        <translation>Zwischen -0.05 und 0.05, wie groß die Schicht auch ist.</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>Haufen</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Bowl: (w - 3)²</source>
        <translation>Schüssel: (w - 3)²</translation>
    </message>
    <message>
        <source>Branc&amp;h off here</source>
        <translation>Hier abzwei&amp;gen</translation>
    </message>
    <message>
        <source>Branch off here: train on from this step by the present settings; the run so far stays beside it (Ctrl+B)</source>
        <translation>Hier abzweigen: von diesem Schritt aus mit den jetzigen Einstellungen weitertrainieren; der Lauf bis hier bleibt daneben (Strg+B)</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>Brustkrebs</translation>
    </message>
    <message>
        <source>Brings every input to mean 0 and deviation 1.</source>
        <translation>Bringt jede Eingabe auf Mittelwert 0 und Streuung 1.</translation>
    </message>
    <message>
        <source>By epoch</source>
        <translation>Nach Epochen</translation>
    </message>
    <message>
        <source>By step</source>
        <translation>Nach Schritten</translation>
    </message>
    <message>
        <source>By the advice</source>
        <translation>Nach dem Rat</translation>
    </message>
    <message>
        <source>Cells of {} that are no numbers count as missing: {}.</source>
        <translation>Zellen von {}, die keine Zahlen sind, zählen als fehlend: {}.</translation>
    </message>
    <message>
        <source>Change one thing</source>
        <translation>Eins ändern</translation>
    </message>
    <message>
        <source>Changes nothing; any number of such layers can do no more than one.</source>
        <translation>Ändert nichts; beliebig viele solche Schichten können nicht mehr als eine.</translation>
    </message>
    <message>
        <source>Character {} is {}</source>
        <translation>Zeichen {} ist {}</translation>
    </message>
    <message>
        <source>Choose a cell: see its words, train it. Choose two (Ctrl) to see what they differ in.</source>
        <translation>Wähl eine Zelle: lies, was zu ihr gesagt wird, trainiere sie. Wähl zwei (Strg), um zu sehen, worin sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Choose a run in the table or in a picture: see its words, train it, or lay it over the surface.</source>
        <translation>Wähl einen Lauf in der Tabelle oder im Bild: lies, was zu ihm gesagt wird, trainiere ihn, leg ihn über die Fläche.</translation>
    </message>
    <message>
        <source>Click, or drag the start, to begin elsewhere</source>
        <translation>Klick oder zieh den Start, um woanders zu beginnen</translation>
    </message>
    <message>
        <source>Climbs for a tenth of the run, then falls away.</source>
        <translation>Steigt ein Zehntel des Laufs lang und fällt dann ab.</translation>
    </message>
    <message>
        <source>Climbs to the full rate at 30 %, then falls to almost nothing.</source>
        <translation>Steigt bis 30 % auf die volle Rate und fällt dann auf fast nichts.</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>Gradient kürzen</translation>
    </message>
    <message>
        <source>Clipping shortens long steps, so that overshooting need not grow</source>
        <translation>Kürzen bremst lange Schritte, sodass Überschießen nicht wachsen muss</translation>
    </message>
    <message>
        <source>Compiling the network …</source>
        <translation>Das Netz wird übersetzt …</translation>
    </message>
    <message>
        <source>Compiling …</source>
        <translation>Wird übersetzt …</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Converged</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Copy &amp;Keras script</source>
        <translation>&amp;Keras-Skript kopieren</translation>
    </message>
    <message>
        <source>Copy it again</source>
        <translation>Kopier es noch einmal</translation>
    </message>
    <message>
        <source>Copy the file again</source>
        <translation>Kopier die Datei noch einmal</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark, for a projector</source>
        <translation>Dunkel, für den Beamer</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>Diabetes</translation>
    </message>
    <message>
        <source>Diagnosis: {}{}. {}</source>
        <translation>Diagnose: {}{}. {}</translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation>Divergiert</translation>
    </message>
    <message>
        <source>Divides by the spread of recent slopes instead of their size.</source>
        <translation>Teilt durch die Streuung der letzten Steigungen statt durch ihre Größe.</translation>
    </message>
    <message>
        <source>Divides each weight&apos;s slope by its recent size, so steep and flat directions move alike.</source>
        <translation>Teilt die Steigung jedes Gewichts durch ihre übliche Größe; steile und flache Richtungen kommen gleich voran.</translation>
    </message>
    <message>
        <source>Does a larger batch bear a larger rate? Every batch size is trained at every rate, for the same number of epochs. Press Draw.</source>
        <translation>Verträgt ein größerer Batch eine größere Rate? Jede Batchgröße wird mit jeder Rate trainiert, gleich viele Epochen lang. Drücke Zeichnen.</translation>
    </message>
    <message>
        <source>Downhill leads to the nearest valley, not the deepest: which one depends on the start.</source>
        <translation>Bergab führt ins nächste Tal, nicht ins tiefste: In welches, das hängt vom Start ab.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout is noise in every step, which the limit leaves out</source>
        <translation>Dropout ist Rauschen in jedem Schritt, das die Grenze nicht kennt</translation>
    </message>
    <message>
        <source>ELU scaled so that signals keep their size through many layers; wants LeCun normal.</source>
        <translation>Eine ELU, so skaliert, dass Signale durch viele Schichten ihre Größe behalten; will LeCun normal.</translation>
    </message>
    <message>
        <source>Each at Keras&apos;s rate</source>
        <translation>Jeder mit der Rate von Keras</translation>
    </message>
    <message>
        <source>Each at its own best rate</source>
        <translation>Jeder mit seiner eigenen besten Rate</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Evenly spread in powers of ten, 2 to 64</source>
        <translation>Gleichmäßig in Zehnerpotenzen verteilt, 2 bis 64</translation>
    </message>
    <message>
        <source>Every run that comes to its end is kept here: put it beside later ones, or go back to it.</source>
        <translation>Jeder Lauf, der zu Ende geht, bleibt hier: Leg ihn neben spätere oder geh zu ihm zurück.</translation>
    </message>
    <message>
        <source>Every run was lost: try rates far lower than these.</source>
        <translation>Jeder Lauf ging verloren: Versuch viel kleinere Raten als diese.</translation>
    </message>
    <message>
        <source>Every step looks at a few examples only and takes their word for where downhill is. How far is that from what all of them say? Press Draw to see it at the point shown in the main window.</source>
        <translation>Jeder Schritt sieht nur ein paar Beispiele und glaubt ihnen, wo bergab ist. Wie weit ist das von dem weg, was alle zusammen sagen? Drücke Zeichnen, um es an der Stelle zu sehen, die das Hauptfenster zeigt.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Exact: this landscape has just one weight</source>
        <translation>Exakt: Diese Landschaft hat nur ein Gewicht</translation>
    </message>
    <message>
        <source>Exact: this landscape has just two weights</source>
        <translation>Exakt: Diese Landschaft hat nur zwei Gewichte</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>Entweder-oder</translation>
    </message>
    <message>
        <source>Expected {}</source>
        <translation>Erwartet: {}</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Fair to the rate, not to the optimiser: each has a rate of its own that suits it</source>
        <translation>Gerecht zur Rate, nicht zum Optimierer: Zu jedem passt eine andere</translation>
    </message>
    <message>
        <source>Falls along half a cosine wave to nothing: long fast, long slow.</source>
        <translation>Fällt auf einer halben Kosinuswelle auf null: lange schnell, lange langsam.</translation>
    </message>
    <message>
        <source>Far from the hole it is so flat that plain steps hardly move; rules that scale the slope still walk.</source>
        <translation>Weit weg vom Loch ist es so flach, dass einfache Schritte kaum vorankommen; Regeln, die die Steigung umrechnen, laufen trotzdem.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Film of the map</source>
        <translation>Film der Karte</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>Endverlust</translation>
    </message>
    <message>
        <source>Finding the bent valley is easy; following its flat floor to the lowest point is not.</source>
        <translation>Das krumme Tal zu finden ist leicht; auf seinem flachen Boden zum tiefsten Punkt zu kommen nicht.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Erste Gewichte</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Found by a quick sweep of eleven rates, by the lowest loss at the end</source>
        <translation>Gefunden durch einen schnellen Durchlauf mit elf Raten, nach dem kleinsten Verlust am Ende</translation>
    </message>
    <message>
        <source>Four measurements of 150 flowers tell three species apart.</source>
        <translation>Vier Messungen an 150 Blüten unterscheiden drei Arten.</translation>
    </message>
    <message>
        <source>Four valleys of three depths: only about one start in four rolls into the deepest.</source>
        <translation>Vier Täler, drei Tiefen: Nur etwa jeder vierte Start rollt ins tiefste.</translation>
    </message>
    <message>
        <source>Four valleys, all equally deep: where it starts decides where it ends, and all ends are right.</source>
        <translation>Vier Täler, alle gleich tief: Wo es beginnt, entscheidet, wo es endet, und jedes Ende ist richtig.</translation>
    </message>
    <message>
        <source>From epoch {} on the loss is not a finite number any more: training blew up.</source>
        <translation>Ab Epoche {} ist der Verlust keine endliche Zahl mehr: Das Training ist explodiert.</translation>
    </message>
    <message>
        <source>Ftrl</source>
        <translation>Ftrl</translation>
    </message>
    <message>
        <source>Ftrl sets each weight anew from all past slopes; no limit is known for it</source>
        <translation>Ftrl setzt jedes Gewicht aus allen bisherigen Steigungen neu; eine Grenze dafür ist nicht bekannt</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation>Glorot normal</translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation>Glorot gleichverteilt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>Gradientenrauschen</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientenlänge</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He normal</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He gleichverteilt</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückbehalten</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Hidden layers were {}</source>
        <translation>Es waren {} versteckte Schichten</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Highest rate</source>
        <translation>Höchste Rate</translation>
    </message>
    <message>
        <source>Himmelblau&apos;s four valleys</source>
        <translation>Himmelblaus vier Täler</translation>
    </message>
    <message>
        <source>Ho&amp;w many</source>
        <translation>An&amp;zahl</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>How deep the dents are; 0 leaves a smooth bowl.</source>
        <translation>Wie tief die Dellen sind; 0 lässt eine glatte Schüssel übrig.</translation>
    </message>
    <message>
        <source>How far from its middle the hole can be felt.</source>
        <translation>Wie weit von seiner Mitte das Loch noch zu spüren ist.</translation>
    </message>
    <message>
        <source>How far to step against the gradient.</source>
        <translation>Wie weit der Schritt gegen den Gradienten geht.</translation>
    </message>
    <message>
        <source>How fast the rate falls with past slopes.</source>
        <translation>Wie schnell die Rate mit den bisherigen Steigungen fällt.</translation>
    </message>
    <message>
        <source>How high the waves are; 0 leaves a smooth bowl.</source>
        <translation>Wie hoch die Wellen sind; 0 lässt eine glatte Schüssel übrig.</translation>
    </message>
    <message>
        <source>How long an orthogonal step is, measured like Adam&apos;s.</source>
        <translation>Wie lang ein orthogonaler Schritt ist, gemessen wie bei Adam.</translation>
    </message>
    <message>
        <source>How long both averages remember.</source>
        <translation>Wie lange beide Mittel zurückdenken.</translation>
    </message>
    <message>
        <source>How long the average of past gradients remembers.</source>
        <translation>Wie lange das Mittel der Gradienten zurückdenkt.</translation>
    </message>
    <message>
        <source>How long the average of squared gradients remembers.</source>
        <translation>Wie lange das Mittel der quadrierten Gradienten zurückdenkt.</translation>
    </message>
    <message>
        <source>How many examples to look at before each step.</source>
        <translation>Wie viele Beispiele vor jedem Schritt angesehen werden.</translation>
    </message>
    <message>
        <source>How many rates</source>
        <translation>Wie viele Raten</translation>
    </message>
    <message>
        <source>How many times more curved it is across than along.</source>
        <translation>Wievielmal stärker es quer gekrümmt ist als längs.</translation>
    </message>
    <message>
        <source>How many times to go through the training data.</source>
        <translation>Wie oft alle Trainingsdaten durchgegangen werden.</translation>
    </message>
    <message>
        <source>How often its verdicts were right on runs it had never seen</source>
        <translation>Wie oft seine Befunde stimmten, bei Läufen, die er nie gesehen hatte</translation>
    </message>
    <message>
        <source>How steep the valley&apos;s walls are.</source>
        <translation>Wie steil die Talwände sind.</translation>
    </message>
    <message>
        <source>How the learning rate changes from step to step.</source>
        <translation>Wie sich die Lernrate von Schritt zu Schritt ändert.</translation>
    </message>
    <message>
        <source>How the memory of squared gradients lengthens.</source>
        <translation>Wie das Gedächtnis der quadrierten Gradienten länger wird.</translation>
    </message>
    <message>
        <source>How true this picture is</source>
        <translation>Wie wahr dieses Bild ist</translation>
    </message>
    <message>
        <source>How true this picture is: press for a sentence</source>
        <translation>Wie wahr dieses Bild ist: drück für einen Satz</translation>
    </message>
    <message>
        <source>If it should have learned, find the rate anew. {}</source>
        <translation>Sollte es etwas gelernt haben, such die Rate neu. {}</translation>
    </message>
    <message>
        <source>If it should have learned, try the rate {}.</source>
        <translation>Wenn es hätte lernen sollen, versuche die Rate {}.</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>In Stufen</translation>
    </message>
    <message>
        <source>In the curves</source>
        <translation>In den Kurven</translation>
    </message>
    <message>
        <source>In the laboratory</source>
        <translation>Im Labor</translation>
    </message>
    <message>
        <source>In the last epoch, {}.</source>
        <translation>In der letzten Epoche: {}.</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <source>Inflection: w³</source>
        <translation>Wendepunkt: w³</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>Iris-Blüten</translation>
    </message>
    <message>
        <source>Is it the rate, or luck? The present experiment is trained with many seeds: other first weights, other orders of the examples. Give a second rate to hold against the first, and press Try luck.</source>
        <translation>Liegt es an der Rate oder am Glück? Das jetzige Experiment wird mit vielen Seeds trainiert: anderen ersten Gewichten, anderen Reihenfolgen der Beispiele. Gib eine zweite Rate zum Vergleich an und drücke Glück prüfen.</translation>
    </message>
    <message>
        <source>It has many weights: training and surfaces will take their time.</source>
        <translation>Es hat viele Gewichte: Training und Flächen brauchen ihre Zeit.</translation>
    </message>
    <message>
        <source>It has stopped after an error.</source>
        <translation>Es hat nach einem Fehler aufgehört.</translation>
    </message>
    <message>
        <source>It has taken {} and ended {}.</source>
        <translation>Es hat {} gemacht; fertig sind {}.</translation>
    </message>
    <message>
        <source>It has taken {} of {}.</source>
        <translation>Es hat {} von {} gemacht.</translation>
    </message>
    <message>
        <source>It holds for the full batch; small batches add noise, which it leaves out.</source>
        <translation>Sie gilt für alle Beispiele auf einmal; kleine Batches bringen Rauschen dazu, das sie nicht kennt.</translation>
    </message>
    <message>
        <source>It is being prepared.</source>
        <translation>Es wird vorbereitet.</translation>
    </message>
    <message>
        <source>It is finished.</source>
        <translation>Es ist fertig.</translation>
    </message>
    <message>
        <source>It is paused.</source>
        <translation>Es ist angehalten.</translation>
    </message>
    <message>
        <source>It is ready to train.</source>
        <translation>Es ist bereit zum Training.</translation>
    </message>
    <message>
        <source>It is the last line: the file may be cut off</source>
        <translation>Es ist die letzte Zeile: Die Datei ist vielleicht abgeschnitten</translation>
    </message>
    <message>
        <source>It is the rate: {}.</source>
        <translation>Es liegt an der Rate: {}.</translation>
    </message>
    <message>
        <source>It is training.</source>
        <translation>Es trainiert.</translation>
    </message>
    <message>
        <source>It learns {} from {} inputs. Loss: {} ({}).</source>
        <translation>Es lernt {} aus {} Eingaben. Verlust: {} ({}).</translation>
    </message>
    <message>
        <source>It may be luck: {}.</source>
        <translation>Es kann Glück sein: {}.</translation>
    </message>
    <message>
        <source>It may well be {}, {}</source>
        <translation>Gut möglich ist auch: {}, {}</translation>
    </message>
    <message>
        <source>It might also be {}; a little more speaks for {}.</source>
        <translation>Es könnte auch sein: {}; etwas mehr spricht für: {}.</translation>
    </message>
    <message>
        <source>It sees one number and should say another: the slope leads to the one weight that does that.</source>
        <translation>Es sieht eine Zahl und soll eine andere sagen: Die Steigung führt zu dem einen Gewicht, das das schafft.</translation>
    </message>
    <message>
        <source>Just two of the weights move, all others are held still: easy to grasp, but a thin slice.</source>
        <translation>Nur zwei Gewichte bewegen sich, alle anderen stehen still: leicht zu verstehen, aber ein dünner Schnitt.</translation>
    </message>
    <message>
        <source>Keeps the division from exploding.</source>
        <translation>Bewahrt die Division vor dem Explodieren.</translation>
    </message>
    <message>
        <source>Keras script</source>
        <translation>Keras-Skript</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2-Strafe</translation>
    </message>
    <message>
        <source>L2 shrinkage</source>
        <translation>L2-Schrumpfung</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>Falsche Antworten</translation>
    </message>
    <message>
        <source>Lamb</source>
        <translation>Lamb</translation>
    </message>
    <message>
        <source>Lamb makes each layer&apos;s step as long as its weights; curvature does not limit it</source>
        <translation>Lamb macht den Schritt jeder Schicht so lang wie ihre Gewichte; Krümmung begrenzt ihn nicht</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>Landscape&apos;s own</source>
        <translation>Eigene der Landschaft</translation>
    </message>
    <message>
        <source>Larger, because ReLU silences half of each layer.</source>
        <translation>Größer, weil ReLU die Hälfte jeder Schicht stumm macht.</translation>
    </message>
    <message>
        <source>Largest norm of a step&apos;s gradient; 0 for none.</source>
        <translation>Größte Länge des Gradienten eines Schritts; 0 für keine.</translation>
    </message>
    <message>
        <source>Largest size of a step before the rate.</source>
        <translation>Größte Länge eines Schritts vor der Rate.</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun normal</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun gleichverteilt</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Undichte ReLU</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate times the gradient, downhill: the step of plain descent.</source>
        <translation>Lernrate mal Gradient, bergab: der Schritt des einfachen Abstiegs.</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>Lernrate zu groß</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>Lernrate zu klein</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Lernraten</translation>
    </message>
    <message>
        <source>Least size a weight&apos;s step is measured by.</source>
        <translation>Kleinste Größe, an der der Schritt eines Gewichts gemessen wird.</translation>
    </message>
    <message>
        <source>Leave it: {} epochs are enough.</source>
        <translation>Lass es so: {} Epochen genügen.</translation>
    </message>
    <message>
        <source>Leave out the column with the gaps</source>
        <translation>Lass die Spalte mit den Lücken weg</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Less likely: {}. For that the {} would be {} {}; it is {}.</source>
        <translation>Weniger wahrscheinlich: {0}. Dafür müsste „{1}“ {2} {3} sein; es ist {4}.</translation>
    </message>
    <message>
        <source>Let several runs start together: optimisers, learning rates, seeds or batch sizes. They walk on one surface, in their own colours.</source>
        <translation>Lass mehrere Läufe gemeinsam starten: Optimierer, Lernraten, Seeds oder Batchgrößen. Sie laufen auf einer Fläche, jeder in seiner Farbe.</translation>
    </message>
    <message>
        <source>Lets positive sums through and makes the rest zero; the usual choice.</source>
        <translation>Lässt positive Summen durch und macht den Rest zu null; die übliche Wahl.</translation>
    </message>
    <message>
        <source>Lets the rate fall as 1 over the root of the steps.</source>
        <translation>Lässt die Rate fallen wie 1 durch die Wurzel der Schritte.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation>Hell, für Papier</translation>
    </message>
    <message>
        <source>Like ReLU, but a fifth of a negative sum still leaks through.</source>
        <translation>Wie ReLU, aber ein Fünftel einer negativen Summe sickert noch durch.</translation>
    </message>
    <message>
        <source>Like ReLU, but negative sums bend smoothly towards -1.</source>
        <translation>Wie ReLU, aber negative Summen biegen sanft nach -1 ab.</translation>
    </message>
    <message>
        <source>Line {} of {} has over {} characters</source>
        <translation>Zeile {} von {} hat mehr als {} Zeichen</translation>
    </message>
    <message>
        <source>Line {} of {} has {}</source>
        <translation>Zeile {} von {} hat {}</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Lion steps by sign alone: near a minimum it jitters by the rate itself, whatever the curvature</source>
        <translation>Lion geht nur nach dem Vorzeichen: Nah am Minimum zittert es um die Rate selbst, wie stark die Krümmung auch ist</translation>
    </message>
    <message>
        <source>Loading TensorFlow … Press Train already, it begins by itself.</source>
        <translation>TensorFlow wird geladen … Drück ruhig schon Trainieren, es beginnt von selbst.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Long bowl</source>
        <translation>Lange Schüssel</translation>
    </message>
    <message>
        <source>Look at the step</source>
        <translation>Den Schritt ansehen</translation>
    </message>
    <message>
        <source>Looks ahead by one step.</source>
        <translation>Schaut einen Schritt voraus.</translation>
    </message>
    <message>
        <source>Looks ahead: takes the slope where the speed will carry it.</source>
        <translation>Schaut voraus: nimmt die Steigung dort, wohin der Schwung es trägt.</translation>
    </message>
    <message>
        <source>Looks only at the sign: every weight moves by the same amount, so it wants a tenth of Adam&apos;s rate.</source>
        <translation>Sieht nur das Vorzeichen: Jedes Gewicht bewegt sich gleich viel, also braucht es ein Zehntel der Rate von Adam.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss chart</source>
        <translation>Verlustkurven</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>Verlustfläche</translation>
    </message>
    <message>
        <source>Loss surface in 3D (Ctrl+1)</source>
        <translation>Verlustfläche in 3D (Strg+1)</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Tiefster</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>Kleinste Rate</translation>
    </message>
    <message>
        <source>Lowest training loss up to the step shown</source>
        <translation>Kleinster Trainingsverlust bis zum gezeigten Schritt</translation>
    </message>
    <message>
        <source>Luck</source>
        <translation>Glück</translation>
    </message>
    <message>
        <source>Luck: the same with other seeds</source>
        <translation>Glück: dasselbe mit anderen Seeds</translation>
    </message>
    <message>
        <source>Made for sparse advertising data: sets weights anew from all past slopes; here it mostly shows a slow start.</source>
        <translation>Für Werbedaten mit vielen Nullen gemacht: setzt Gewichte aus allen bisherigen Steigungen neu; hier sieht man vor allem einen langsamen Start.</translation>
    </message>
    <message>
        <source>Make the learning rate {}{}.</source>
        <translation>Mach die Lernrate {}{}.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Measured on training runs whose truth was found by training on, and at other rates; none of these data sets and networks was used to teach the doctor. In brackets: where the true figure lies, 19 times out of 20.</source>
        <translation>Gemessen an Trainingsläufen, deren Wahrheit durch Weitertrainieren und andere Raten gefunden wurde; keine dieser Daten und Netze haben den Doktor gelehrt. In Klammern: wo die wahre Zahl in 19 von 20 Fällen liegt.</translation>
    </message>
    <message>
        <source>Measures steps by its own past steps; at Keras&apos;s default rate it crawls, at 1 it is as published.</source>
        <translation>Misst Schritte an seinen eigenen früheren Schritten; mit der Rate von Keras kriecht es, mit 1 ist es wie veröffentlicht.</translation>
    </message>
    <message>
        <source>Measuring the largest curvature would settle it: gradient descent is stable up to a rate of 2 divided by that.</source>
        <translation>Die größte Krümmung zu messen würde es klären: Gradientenabstieg ist stabil bis zu einer Rate von 2 geteilt durch sie.</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Momentum and RMSprop in one, with a corrected start: a good first choice, not a magic one.</source>
        <translation>Momentum und RMSprop in einem, mit ausgeglichenem Anfang: eine gute erste Wahl, keine Zauberei.</translation>
    </message>
    <message>
        <source>Monkey saddle: x³ - 3xy²</source>
        <translation>Affensattel: x³ - 3xy²</translation>
    </message>
    <message>
        <source>Move it by ten</source>
        <translation>Um zehn bewegen</translation>
    </message>
    <message>
        <source>Move the crosshair by one epoch or step</source>
        <translation>Das Fadenkreuz um eine Epoche oder einen Schritt bewegen</translation>
    </message>
    <message>
        <source>Moves most now</source>
        <translation>Das lebhafteste</translation>
    </message>
    <message>
        <source>Much like SiLU, a little smoother still.</source>
        <translation>Fast wie SiLU, noch etwas glatter.</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>Muon&apos;s steps have the same length in all directions; curvature does not limit it</source>
        <translation>Die Schritte von Muon sind in allen Richtungen gleich lang; Krümmung begrenzt sie nicht</translation>
    </message>
    <message>
        <source>Nadam</source>
        <translation>Nadam</translation>
    </message>
    <message>
        <source>Nadam&apos;s momentum changes from step to step; no published limit covers it</source>
        <translation>Das Momentum von Nadam ändert sich von Schritt zu Schritt; keine veröffentlichte Grenze gilt dafür</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>Näher, weiter weg</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Neurons in each hidden layer, for example 16 or 32, 16.</source>
        <translation>Neuronen in jeder versteckten Schicht, zum Beispiel 16 oder 32, 16.</translation>
    </message>
    <message>
        <source>Never forgets a slope: weights that moved much move ever less, until everything stands still.</source>
        <translation>Vergisst nie eine Steigung: Gewichte, die sich viel bewegt haben, bewegen sich immer weniger, bis alles stillsteht.</translation>
    </message>
    <message>
        <source>Never lets the average of squared gradients shrink.</source>
        <translation>Lässt das Mittel der quadrierten Gradienten nie kleiner werden.</translation>
    </message>
    <message>
        <source>New ra&amp;ce …</source>
        <translation>Neues &amp;Rennen …</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No limit is known for this optimiser</source>
        <translation>Für diesen Optimierer ist keine Grenze bekannt</translation>
    </message>
    <message>
        <source>No line hits all points, so the best loss is not 0; yet just one weight and bias is best.</source>
        <translation>Keine Gerade trifft alle Punkte, also ist der beste Verlust nicht 0; und doch ist nur ein Paar aus Gewicht und Bias das beste.</translation>
    </message>
    <message>
        <source>No optimiser was ticked</source>
        <translation>Kein Optimierer ist angekreuzt</translation>
    </message>
    <message>
        <source>No rate among these is good; try others.</source>
        <translation>Keine dieser Raten ist gut; versuch andere.</translation>
    </message>
    <message>
        <source>No stability limit here. {}.</source>
        <translation>Hier gibt es keine Stabilitätsgrenze. {}.</translation>
    </message>
    <message>
        <source>No step has been taken yet.</source>
        <translation>Noch kein Schritt ist gemacht.</translation>
    </message>
    <message>
        <source>Noisy sine</source>
        <translation>Verrauschter Sinus</translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation>Nicht klar</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>Nicht richtig</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>Nicht geglättet</translation>
    </message>
    <message>
        <source>Nothing differs: the same settings give the same run.</source>
        <translation>Nichts ist verschieden: Gleiche Einstellungen ergeben den gleichen Lauf.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus</translation>
    </message>
    <message>
        <source>One run was lost.</source>
        <translation>Ein Lauf ging verloren.</translation>
    </message>
    <message>
        <source>One step back (Alt+Left)</source>
        <translation>Einen Schritt zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>One step on (Alt+Right)</source>
        <translation>Einen Schritt weiter (Alt+Rechts)</translation>
    </message>
    <message>
        <source>One thing differs. {}.</source>
        <translation>Eines ist verschieden. {}.</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>Ein Gewicht</translation>
    </message>
    <message>
        <source>Open &amp;data, model or log …</source>
        <translation>&amp;Daten, Modell oder Protokoll öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Open a menu</source>
        <translation>Ein Menü öffnen</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Optimiser&apos;s own</source>
        <translation>Eigene des Optimierers</translation>
    </message>
    <message>
        <source>Optimisers</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Überanpassung</translation>
    </message>
    <message>
        <source>PCA of this path</source>
        <translation>PCA dieses Wegs</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Pause, or press Step, to take one step apart: every number that the optimiser works with stands here.</source>
        <translation>Halte an oder drücke Schritt, um einen Schritt zu zerlegen: Dann steht hier jede Zahl, mit der der Optimierer rechnet.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Pla&amp;y again</source>
        <translation>Noch einmal &amp;abspielen</translation>
    </message>
    <message>
        <source>Plane of the path</source>
        <translation>Ebene des Wegs</translation>
    </message>
    <message>
        <source>Plateau with a hole</source>
        <translation>Ebene mit einem Loch</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play the run again (Alt+P)</source>
        <translation>Den Lauf noch einmal abspielen (Alt+P)</translation>
    </message>
    <message>
        <source>Press Train first</source>
        <translation>Drück erst Trainieren</translation>
    </message>
    <message>
        <source>Press Train to see the landscape and the path that training takes over it.</source>
        <translation>Drücke Trainieren, um die Landschaft zu sehen und den Weg, den das Training darüber nimmt.</translation>
    </message>
    <message>
        <source>Press Train. After a few epochs the doctor reads the curves and says how the run is doing.</source>
        <translation>Drücke Trainieren. Nach einigen Epochen liest der Doktor die Kurven und sagt, wie es dem Lauf geht.</translation>
    </message>
    <message>
        <source>Press Train: the curves grow here.</source>
        <translation>Drücke Trainieren: Hier wachsen die Kurven.</translation>
    </message>
    <message>
        <source>Press the button that has the focus</source>
        <translation>Den Knopf drücken, der den Fokus hat</translation>
    </message>
    <message>
        <source>Pulls small weights to exactly zero.</source>
        <translation>Zieht kleine Gewichte genau auf null.</translation>
    </message>
    <message>
        <source>Pulls weights towards zero.</source>
        <translation>Zieht Gewichte zur Null.</translation>
    </message>
    <message>
        <source>Python that trains the same run, without gdviz.</source>
        <translation>Python, das denselben Lauf trainiert, ohne gdviz.</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>&amp;Von vorn</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Raised bowl: (w - 5)² + 2</source>
        <translation>Gehobene Schüssel: (w - 5)² + 2</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>Zufällige Richtungen</translation>
    </message>
    <message>
        <source>Range test</source>
        <translation>Lernratentest</translation>
    </message>
    <message>
        <source>Rastrigin&apos;s egg box</source>
        <translation>Rastrigins Eierkarton</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Rates &amp;from</source>
        <translation>Raten &amp;von</translation>
    </message>
    <message>
        <source>Rates and batch sizes</source>
        <translation>Raten und Batchgrößen</translation>
    </message>
    <message>
        <source>Rates and optimisers</source>
        <translation>Raten und Optimierer</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Ready. Press Train.</source>
        <translation>Bereit. Drücke Trainieren.</translation>
    </message>
    <message>
        <source>Reopen &amp;last session</source>
        <translation>&amp;Letzte Sitzung wieder öffnen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Room for two legs and a tail: three ways lead down, and in the middle even the curvature is zero.</source>
        <translation>Platz für zwei Beine und einen Schwanz: Drei Wege führen hinab, und in der Mitte ist sogar die Krümmung null.</translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s banana</source>
        <translation>Rosenbrocks Banane</translation>
    </message>
    <message>
        <source>Rounds of making the step orthogonal.</source>
        <translation>Runden, in denen der Schritt orthogonal gemacht wird.</translation>
    </message>
    <message>
        <source>Run before step {}</source>
        <translation>Lauf vor Schritt {}</translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation>Test starten</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>Läufer</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD mit Momentum</translation>
    </message>
    <message>
        <source>Saddle: x² - y²</source>
        <translation>Sattel: x² - y²</translation>
    </message>
    <message>
        <source>Save session &amp;as …</source>
        <translation>Sitzung speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the table as CSV first</source>
        <translation>Speichere die Tabelle erst als CSV</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Schedule-free AdamW</source>
        <translation>Schedule-free AdamW</translation>
    </message>
    <message>
        <source>Schedule-free AdamW averages its own path; no published limit covers it</source>
        <translation>Schedule-free AdamW mittelt seinen eigenen Weg; keine veröffentlichte Grenze gilt dafür</translation>
    </message>
    <message>
        <source>ScheduleFreeAdamW</source>
        <translation>ScheduleFreeAdamW</translation>
    </message>
    <message>
        <source>Scrolled part</source>
        <translation>Blätterbarer Teil</translation>
    </message>
    <message>
        <source>See character {}</source>
        <translation>Siehe Zeichen {}</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seen from above (Ctrl+2)</source>
        <translation>Von oben gesehen (Strg+2)</translation>
    </message>
    <message>
        <source>Sets it and goes back to the first weights, so that Train compares like with like</source>
        <translation>Stellt es ein und geht zu den ersten Gewichten zurück, damit Trainieren Gleiches mit Gleichem vergleicht</translation>
    </message>
    <message>
        <source>Settings and backups are not kept: there is no room left on the disk of {}.</source>
        <translation>Einstellungen und Sicherungen werden nicht aufgehoben: Der Datenträger von {} ist voll.</translation>
    </message>
    <message>
        <source>Settings and backups are not kept: {} cannot be written to.</source>
        <translation>Einstellungen und Sicherungen werden nicht aufgehoben: In {} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Share of each weight that a step takes away, times the rate.</source>
        <translation>Anteil jedes Gewichts, den ein Schritt wegnimmt, mal der Rate.</translation>
    </message>
    <message>
        <source>Share of its speed that each layer keeps.</source>
        <translation>Anteil ihres Schwungs, den jede Schicht behält.</translation>
    </message>
    <message>
        <source>Share of its speed that the ball keeps at each step.</source>
        <translation>Anteil ihres Schwungs, den die Kugel bei jedem Schritt behält.</translation>
    </message>
    <message>
        <source>Share of the examples kept for validation.</source>
        <translation>Anteil der Beispiele, der für die Validierung aufgehoben wird.</translation>
    </message>
    <message>
        <source>Share of the hidden outputs that each training step ignores.</source>
        <translation>Anteil der versteckten Ausgaben, den jeder Trainingsschritt übergeht.</translation>
    </message>
    <message>
        <source>Share of training answers replaced by random ones.</source>
        <translation>Anteil der Trainingsantworten, der durch zufällige ersetzt wird.</translation>
    </message>
    <message>
        <source>Sharp peaks in the corners around a wide flat floor: one rate can hardly suit both.</source>
        <translation>Scharfe Spitzen in den Ecken um einen weiten flachen Boden: Eine Rate kann kaum beiden gerecht werden.</translation>
    </message>
    <message>
        <source>Sharp valley: |w|</source>
        <translation>Scharfes Tal: |w|</translation>
    </message>
    <message>
        <source>Show that step in every view</source>
        <translation>Diesen Schritt in jeder Ansicht zeigen</translation>
    </message>
    <message>
        <source>Shrinks by the same share each step, to 1 %.</source>
        <translation>Schrumpft bei jedem Schritt um denselben Anteil, bis auf 1 %.</translation>
    </message>
    <message>
        <source>Shrinks by the slope.</source>
        <translation>Schrumpft um die Steigung.</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Six people</source>
        <translation>Sechs Menschen</translation>
    </message>
    <message>
        <source>Sized by inputs and outputs of the layer; Keras&apos;s own choice.</source>
        <translation>Nach Eingängen und Ausgängen der Schicht bemessen; die Wahl von Keras.</translation>
    </message>
    <message>
        <source>Sized by the inputs of the layer alone.</source>
        <translation>Nur nach den Eingängen der Schicht bemessen.</translation>
    </message>
    <message>
        <source>Slows the first steps.</source>
        <translation>Bremst die ersten Schritte.</translation>
    </message>
    <message>
        <source>Small random</source>
        <translation>Klein und zufällig</translation>
    </message>
    <message>
        <source>Small waves trap plain steps on the way down; a heavy ball with momentum rolls through them.</source>
        <translation>Kleine Wellen fangen einfache Schritte auf dem Weg hinab; eine schwere Kugel mit Momentum rollt hindurch.</translation>
    </message>
    <message>
        <source>Smoothed over 1 epoch</source>
        <translation>Über 1 Epoche geglättet</translation>
    </message>
    <message>
        <source>Smoothed over 5 epochs</source>
        <translation>Über 5 Epochen geglättet</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Some layers draw at random while it trains: its training loss lies above its best.</source>
        <translation>Einige Schichten würfeln beim Training: der Trainingsverlust liegt über dem besten, den es kann.</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Etwas stimmt nicht</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Squeezes every sum into -1 to 1; flat, so slow to learn, far from zero.</source>
        <translation>Drückt jede Summe in -1 bis 1; weit weg von null ist es flach und lernt langsam.</translation>
    </message>
    <message>
        <source>Squeezes every sum into 0 to 1; its slope is at most a quarter.</source>
        <translation>Drückt jede Summe in 0 bis 1; die Steigung ist höchstens ein Viertel.</translation>
    </message>
    <message>
        <source>Squeezes into -1 to 1 like tanh, but flattens out more slowly.</source>
        <translation>Drückt in -1 bis 1 wie tanh, wird aber langsamer flach.</translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation>Eingaben standardisieren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start here: watch it roll downhill</source>
        <translation>Fang hier an: Es rollt bergab</translation>
    </message>
    <message>
        <source>Steep across and flat along: the rate that is safe across is slow along, so it zigzags.</source>
        <translation>Quer steil und längs flach: Die Rate, die quer noch gut geht, ist längs langsam; es läuft im Zickzack.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step &amp;back in time</source>
        <translation>Schritt &amp;zurück in der Zeit</translation>
    </message>
    <message>
        <source>Step &amp;on in time</source>
        <translation>Schritt &amp;weiter in der Zeit</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Schritt weiter</translation>
    </message>
    <message>
        <source>Steps in which the rate climbs.</source>
        <translation>Schritte, in denen die Rate steigt.</translation>
    </message>
    <message>
        <source>Steps straight down the slope, as far as rate times slope says; nothing is remembered.</source>
        <translation>Geht gerade die Steigung hinab, so weit wie Rate mal Steigung sagt; gemerkt wird nichts.</translation>
    </message>
    <message>
        <source>Still improving</source>
        <translation>Wird noch besser</translation>
    </message>
    <message>
        <source>Stop after epoch {}, or keep the weights from there. More data or a smaller network help as well.</source>
        <translation>Hör nach Epoche {} auf, oder behalte die Gewichte von dort. Mehr Daten oder ein kleineres Netz helfen auch.</translation>
    </message>
    <message>
        <source>Stop the study; where none is under way, close the window</source>
        <translation>Die Untersuchung anhalten; läuft keine, das Fenster schließen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Studied: your model on {}, {}, {} epochs.</source>
        <translation>Untersucht: dein Modell mit {}, {}, {} Epochen.</translation>
    </message>
    <message>
        <source>Studied: {}, {} hidden units, {}, batches of {}, {} epochs, seed {}.</source>
        <translation>Untersucht: {}, {} versteckte Neuronen, {}, Batches von {}, {} Epochen, Seed {}.</translation>
    </message>
    <message>
        <source>Studied: {}, {}, {} epochs.</source>
        <translation>Untersucht: {}, {}, {} Epochen.</translation>
    </message>
    <message>
        <source>Styblinski and Tang&apos;s four valleys</source>
        <translation>Vier Täler von Styblinski und Tang</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Surface and map side by side (Ctrl+3)</source>
        <translation>Fläche und Karte nebeneinander (Strg+3)</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Sweep of rates</source>
        <translation>Durchlauf der Raten</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Tables, models and training logs (*.csv *.tsv *.txt *.keras *.json *.log)</source>
        <translation>Tabellen, Modelle und Trainingsprotokolle (*.csv *.tsv *.txt *.keras *.json *.log)</translation>
    </message>
    <message>
        <source>Taking this step apart …</source>
        <translation>Der Schritt wird zerlegt …</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Ten measurements of 442 patients predict how far the illness has gone a year later.</source>
        <translation>Zehn Messungen an 442 Kranken sagen vorher, wie weit die Krankheit ein Jahr später ist.</translation>
    </message>
    <message>
        <source>TensorFlow has no second derivative of one of the model&apos;s layers</source>
        <translation>TensorFlow kennt zu einer der Schichten des Modells keine zweite Ableitung</translation>
    </message>
    <message>
        <source>TensorFlow is loading; it begins by itself.</source>
        <translation>TensorFlow wird geladen; es beginnt von selbst.</translation>
    </message>
    <message>
        <source>TensorFlow is still being loaded.</source>
        <translation>TensorFlow wird noch geladen.</translation>
    </message>
    <message>
        <source>That run walks on another surface than the one shown. Load it instead.</source>
        <translation>Dieser Lauf läuft auf einer anderen Fläche als der gezeigten. Lade ihn stattdessen.</translation>
    </message>
    <message>
        <source>The absolute value is written abs(w)</source>
        <translation>Den Betrag schreibt man abs(w)</translation>
    </message>
    <message>
        <source>The ball is where training stands, and its height is the loss: how wrong the answers still are. Training goes downhill, step by step. The learning rate says how far: too small, and the ball crawls; too large, and it leaps across the valley.</source>
        <translation>Die Kugel zeigt, wo das Training steht; ihre Höhe ist der Verlust: wie falsch die Antworten noch sind. Das Training geht Schritt für Schritt bergab. Die Lernrate sagt, wie weit: zu klein, und die Kugel kriecht; zu groß, und sie springt über das Tal hinweg.</translation>
    </message>
    <message>
        <source>The curvature has not been measured yet</source>
        <translation>Die Krümmung ist noch nicht gemessen</translation>
    </message>
    <message>
        <source>The curvature is not a finite number here</source>
        <translation>Die Krümmung ist hier keine endliche Zahl</translation>
    </message>
    <message>
        <source>The curvature was measured for another optimiser</source>
        <translation>Die Krümmung wurde für einen anderen Optimierer gemessen</translation>
    </message>
    <message>
        <source>The curves, with the doctor&apos;s verdict.</source>
        <translation>Die Kurven, mit dem Befund des Doktors.</translation>
    </message>
    <message>
        <source>The doctor has not said anything yet; he needs a few epochs.</source>
        <translation>Der Doktor hat noch nichts gesagt; er braucht ein paar Epochen.</translation>
    </message>
    <message>
        <source>The examples that the network learns from.</source>
        <translation>Die Beispiele, aus denen das Netz lernt.</translation>
    </message>
    <message>
        <source>The experiment has the unknown setting {}</source>
        <translation>Das Experiment hat die unbekannte Einstellung {}</translation>
    </message>
    <message>
        <source>The experiment was written by a newer gdviz (format {})</source>
        <translation>Das Experiment hat ein neueres gdviz geschrieben (Format {})</translation>
    </message>
    <message>
        <source>The fans overlap: {} of all runs ended where both rates do.</source>
        <translation>Die Fächer überlappen: {} aller Läufe endeten dort, wo beide Raten enden.</translation>
    </message>
    <message>
        <source>The file may be cut off</source>
        <translation>Die Datei ist vielleicht abgeschnitten</translation>
    </message>
    <message>
        <source>The file was to be {}</source>
        <translation>Die Datei sollte {} heißen</translation>
    </message>
    <message>
        <source>The formula ends too early, after character {}</source>
        <translation>Die Formel endet zu früh, nach Zeichen {}</translation>
    </message>
    <message>
        <source>The formula has a number that cannot be computed at character {}</source>
        <translation>Die Formel hat bei Zeichen {} eine Zahl, die sich nicht ausrechnen lässt</translation>
    </message>
    <message>
        <source>The formula has both w and {}</source>
        <translation>Die Formel hat sowohl w als auch {}</translation>
    </message>
    <message>
        <source>The formula has no finite value</source>
        <translation>Die Formel hat keinen endlichen Wert</translation>
    </message>
    <message>
        <source>The formula has no w, x or y, so there is nothing to train</source>
        <translation>Die Formel hat kein w, x oder y; es gibt nichts zu trainieren</translation>
    </message>
    <message>
        <source>The formula has the unknown name {} at character {}</source>
        <translation>Die Formel hat bei Zeichen {1} den unbekannten Namen {0}</translation>
    </message>
    <message>
        <source>The formula has {} at character {}</source>
        <translation>Die Formel hat bei Zeichen {1} ein {0}</translation>
    </message>
    <message>
        <source>The formula is empty</source>
        <translation>Die Formel ist leer</translation>
    </message>
    <message>
        <source>The formula is nested too deeply at character {}</source>
        <translation>Die Formel ist bei Zeichen {} zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The formula is {} characters long</source>
        <translation>Die Formel ist {} Zeichen lang</translation>
    </message>
    <message>
        <source>The highest learning rate to try</source>
        <translation>Die größte Lernrate, die versucht wird</translation>
    </message>
    <message>
        <source>The landscape and the path, from above.</source>
        <translation>Die Landschaft und der Weg, von oben.</translation>
    </message>
    <message>
        <source>The landscape and the path.</source>
        <translation>Die Landschaft und der Weg.</translation>
    </message>
    <message>
        <source>The landscape&apos;s own parameters.</source>
        <translation>Was die Landschaft selbst noch einstellen lässt.</translation>
    </message>
    <message>
        <source>The learning rate was changed on the way</source>
        <translation>Die Lernrate wurde unterwegs geändert</translation>
    </message>
    <message>
        <source>The limit is 2 divided by the curvature of the loss, its steepest bend at the point shown (momentum and Adam change the 2). A longer step lands higher up the other side of the valley than where it came from.</source>
        <translation>Die Grenze ist 2 geteilt durch die Krümmung des Verlusts, seine stärkste Biegung an der gezeigten Stelle (bei Momentum und Adam ist es eine andere Zahl als 2). Ein längerer Schritt landet auf der anderen Talseite höher, als er herkam.</translation>
    </message>
    <message>
        <source>The loss came down from {} to {} in {} epochs</source>
        <translation>Der Verlust sank von {} auf {} in {} Epochen</translation>
    </message>
    <message>
        <source>The loss came down only {}, and it was still on its way. The steps are too small.</source>
        <translation>Der Verlust sank nur {} und war noch unterwegs. Die Schritte sind zu klein.</translation>
    </message>
    <message>
        <source>The loss came down {} and has settled: {}.</source>
        <translation>Der Verlust sank {} und ist zur Ruhe gekommen: {}.</translation>
    </message>
    <message>
        <source>The loss came down {} and was far from done. Longer steps would have got further in the same time.</source>
        <translation>Der Verlust sank {} und war noch lange nicht fertig. Längere Schritte wären in derselben Zeit weiter gekommen.</translation>
    </message>
    <message>
        <source>The loss does not bend upwards in any direction here</source>
        <translation>Der Verlust krümmt sich hier in keiner Richtung nach oben</translation>
    </message>
    <message>
        <source>The loss does not settle: it jumps by about {} from epoch to epoch and ended at {}</source>
        <translation>Der Verlust kommt nicht zur Ruhe: Er springt von Epoche zu Epoche um etwa {} und endete bei {}</translation>
    </message>
    <message>
        <source>The loss got stuck at {} early on, where smaller steps would have found a way further down</source>
        <translation>Der Verlust blieb früh bei {} stecken, wo kleinere Schritte einen Weg weiter hinab gefunden hätten</translation>
    </message>
    <message>
        <source>The loss grew instead of falling, {} in {} epochs.</source>
        <translation>Der Verlust wuchs, statt zu fallen, {} in {} Epochen.</translation>
    </message>
    <message>
        <source>The loss hardly moved, {} in {} epochs: {}.</source>
        <translation>Der Verlust bewegte sich kaum, {} in {} Epochen: {}.</translation>
    </message>
    <message>
        <source>The loss in w, or in x and y, for example (w - 3)^2.</source>
        <translation>Der Verlust in w oder in x und y, zum Beispiel (w - 3)^2.</translation>
    </message>
    <message>
        <source>The loss was down to {} at epoch {}, was thrown back, and ended at {}</source>
        <translation>Der Verlust war in Epoche {1} auf {0} gesunken, wurde zurückgeworfen und endete bei {2}</translation>
    </message>
    <message>
        <source>The loss went from {} to {}</source>
        <translation>Der Verlust ging von {} auf {}</translation>
    </message>
    <message>
        <source>The loss went from {} to {} in {} epochs</source>
        <translation>Der Verlust ging von {} auf {} in {} Epochen</translation>
    </message>
    <message>
        <source>The loss {}was no longer a finite number from step {} on.</source>
        <translation>Der Verlust {}war ab Schritt {} keine endliche Zahl mehr.</translation>
    </message>
    <message>
        <source>The lowest learning rate to try</source>
        <translation>Die kleinste Lernrate, die versucht wird</translation>
    </message>
    <message>
        <source>The lowest loss at the end, {}, was at the rate {}.</source>
        <translation>Den kleinsten Endverlust, {}, brachte die Rate {}.</translation>
    </message>
    <message>
        <source>The lowest loss there is need not be 0: here training ends at 2, and that is perfect.</source>
        <translation>Der kleinste Verlust muss nicht 0 sein: Hier endet das Training bei 2, und das ist perfekt.</translation>
    </message>
    <message>
        <source>The neuron gives a chance, not a number; a few points on the wrong side keep it from being too sure.</source>
        <translation>Das Neuron gibt eine Wahrscheinlichkeit, keine Zahl; ein paar Punkte auf der falschen Seite bewahren es davor, zu sicher zu sein.</translation>
    </message>
    <message>
        <source>The newest step is shown; a run branches off an earlier one. Go back on the timeline.</source>
        <translation>Gezeigt ist der neueste Schritt; ein Lauf zweigt von einem früheren ab. Geh auf der Zeitleiste zurück.</translation>
    </message>
    <message>
        <source>The optimiser&apos;s own parameters.</source>
        <translation>Was der Optimierer selbst noch einstellen lässt.</translation>
    </message>
    <message>
        <source>The path grows, and the curve beside it.</source>
        <translation>Der Weg wächst, und die Kurve daneben.</translation>
    </message>
    <message>
        <source>The path of a model that you saved with model.save(&apos;name.keras&apos;).</source>
        <translation>Der Pfad eines Modells, das du mit model.save(&apos;name.keras&apos;) gespeichert hast.</translation>
    </message>
    <message>
        <source>The plane was {}</source>
        <translation>Die Ebene war {}</translation>
    </message>
    <message>
        <source>The rate each has when nobody says otherwise</source>
        <translation>Die Rate, die jeder hat, wenn niemand etwas anderes sagt</translation>
    </message>
    <message>
        <source>The rate is {} times {}: {}.</source>
        <translation>Die Rate ist das {}-Fache {}: {}.</translation>
    </message>
    <message>
        <source>The rates went from {} to {}</source>
        <translation>Die Raten gingen von {} bis {}</translation>
    </message>
    <message>
        <source>The rule that first weights are drawn by.</source>
        <translation>Die Regel, nach der die ersten Gewichte ausgelost werden.</translation>
    </message>
    <message>
        <source>The rule that turns a gradient into a step.</source>
        <translation>Die Regel, die aus einem Gradienten einen Schritt macht.</translation>
    </message>
    <message>
        <source>The runs that were not saved are under File, Reopen last session.</source>
        <translation>Die ungespeicherten Läufe sind unter Datei, Letzte Sitzung wieder öffnen.</translation>
    </message>
    <message>
        <source>The runs that were not saved could not be set aside. {}</source>
        <translation>Die ungespeicherten Läufe konnten nicht beiseitegelegt werden. {}</translation>
    </message>
    <message>
        <source>The same rate from the first step to the last.</source>
        <translation>Dieselbe Rate vom ersten bis zum letzten Schritt.</translation>
    </message>
    <message>
        <source>The same size as Glorot uniform, drawn from a bell curve.</source>
        <translation>So groß wie Glorot gleichverteilt, aus einer Glockenkurve gezogen.</translation>
    </message>
    <message>
        <source>The same size as He uniform, drawn from a bell curve.</source>
        <translation>So groß wie He gleichverteilt, aus einer Glockenkurve gezogen.</translation>
    </message>
    <message>
        <source>The same size as LeCun uniform, drawn from a bell curve; made for SELU.</source>
        <translation>So groß wie LeCun gleichverteilt, aus einer Glockenkurve gezogen; für SELU gemacht.</translation>
    </message>
    <message>
        <source>The same, from above.</source>
        <translation>Dasselbe, von oben.</translation>
    </message>
    <message>
        <source>The schedule makes this step nothing at all, which is always stable.</source>
        <translation>Der Plan macht diesen Schritt zu gar nichts, und das ist immer stabil.</translation>
    </message>
    <message>
        <source>The session is not being backed up. {}</source>
        <translation>Von der Sitzung wird keine Sicherung gemacht. {}</translation>
    </message>
    <message>
        <source>The simplest valley there is: its slope is 2(w - 3), its curvature 2 everywhere.</source>
        <translation>Das einfachste Tal, das es gibt: Seine Steigung ist 2(w - 3), seine Krümmung überall 2.</translation>
    </message>
    <message>
        <source>The slope is as steep beside the bottom as far away, so steps never shrink: it hops to and fro.</source>
        <translation>Die Steigung ist neben dem Boden so groß wie weit weg, also werden Schritte nie kleiner: Es hüpft hin und her.</translation>
    </message>
    <message>
        <source>The slope is zero at 0, yet that is no minimum: from the right it stalls, from the left it falls on.</source>
        <translation>Bei 0 ist die Steigung null, und doch ist dort kein Minimum: Von rechts bleibt es stehen, von links fällt es weiter.</translation>
    </message>
    <message>
        <source>The stability limit appears here once it has been worked out.</source>
        <translation>Die Stabilitätsgrenze erscheint hier, sobald sie berechnet ist.</translation>
    </message>
    <message>
        <source>The step actually taken; the ghost ball is where it lands.</source>
        <translation>Der Schritt, der wirklich gemacht wird; die durchsichtige Kugel ist, wo er landet.</translation>
    </message>
    <message>
        <source>The sum times its own sigmoid: a soft ReLU that dips below zero; also called swish.</source>
        <translation>Die Summe mal ihrem eigenen Sigmoid: eine weiche ReLU, die kurz unter null taucht; auch Swish genannt.</translation>
    </message>
    <message>
        <source>The target {} has more than {} different words</source>
        <translation>Das Ziel {} hat mehr als {} verschiedene Wörter</translation>
    </message>
    <message>
        <source>The target {} {}</source>
        <translation>Das Ziel {} {}</translation>
    </message>
    <message>
        <source>The text of the experiment was changed or cut off on its way</source>
        <translation>Der Text des Experiments wurde unterwegs verändert oder abgeschnitten</translation>
    </message>
    <message>
        <source>The two fans do not overlap at all.</source>
        <translation>Die beiden Fächer überlappen gar nicht.</translation>
    </message>
    <message>
        <source>The two weights were {} and {}</source>
        <translation>Die beiden Gewichte waren {} und {}</translation>
    </message>
    <message>
        <source>The validation loss was lowest around epoch {}, at {}, and has since risen to {}</source>
        <translation>Der Validierungsverlust war um Epoche {} am kleinsten, bei {}, und ist seither auf {} gestiegen</translation>
    </message>
    <message>
        <source>There are no epochs</source>
        <translation>Es gibt keine Epoche</translation>
    </message>
    <message>
        <source>There are two epochs</source>
        <translation>Es gibt zwei Epochen</translation>
    </message>
    <message>
        <source>There is no experiment in the text</source>
        <translation>In dem Text steckt kein Experiment</translation>
    </message>
    <message>
        <source>There is no run to take away yet</source>
        <translation>Es gibt noch keinen Lauf zum Mitnehmen</translation>
    </message>
    <message>
        <source>There is no text to paste</source>
        <translation>Es gibt keinen Text zum Einfügen</translation>
    </message>
    <message>
        <source>There is one epoch</source>
        <translation>Es gibt eine Epoche</translation>
    </message>
    <message>
        <source>There were {} batch sizes</source>
        <translation>Es waren {} Batchgrößen</translation>
    </message>
    <message>
        <source>There were {} runners</source>
        <translation>Es waren {} Läufer</translation>
    </message>
    <message>
        <source>They differ in {}</source>
        <translation>Sie unterscheiden sich in: {}</translation>
    </message>
    <message>
        <source>They differ in {} only</source>
        <translation>Sie unterscheiden sich nur in: {}</translation>
    </message>
    <message>
        <source>Thirteen measurements of 178 wines tell three growers apart.</source>
        <translation>Dreizehn Messungen an 178 Weinen unterscheiden drei Winzer.</translation>
    </message>
    <message>
        <source>Thirty measurements of cells from 569 lumps tell the harmful from the harmless.</source>
        <translation>Dreißig Messungen an Zellen aus 569 Knoten unterscheiden die schädlichen von den harmlosen.</translation>
    </message>
    <message>
        <source>This is {}, trained with {} {}.</source>
        <translation>Das ist {}, trainiert mit {} {}.</translation>
    </message>
    <message>
        <source>This landscape has no examples to answer. Choose the network or a neuron, and what it answers to every input is drawn here.</source>
        <translation>Diese Landschaft hat keine Beispiele zu beantworten. Wähl das Netz oder ein Neuron, dann steht hier, was es auf jede Eingabe antwortet.</translation>
    </message>
    <message>
        <source>This step was not recorded in a way that it can be taken again.</source>
        <translation>Dieser Schritt wurde nicht so aufgezeichnet, dass man ihn noch einmal gehen kann.</translation>
    </message>
    <message>
        <source>Through start and end and where the path moved most: the best view of this path, and of nothing else.</source>
        <translation>Durch Start und Ende und dahin, wohin sich der Weg am meisten bewegte: die beste Sicht auf diesen Weg, und auf nichts sonst.</translation>
    </message>
    <message>
        <source>Tick to draw it, untick to leave it out</source>
        <translation>Ankreuzen zeichnet ihn, abkreuzen lässt ihn weg</translation>
    </message>
    <message>
        <source>Tiny random</source>
        <translation>Winzig und zufällig</translation>
    </message>
    <message>
        <source>To target</source>
        <translation>Zum Ziel</translation>
    </message>
    <message>
        <source>To the &amp;newest step</source>
        <translation>Zum &amp;neuesten Schritt</translation>
    </message>
    <message>
        <source>To the first, to the newest</source>
        <translation>Zum ersten, zum neuesten</translation>
    </message>
    <message>
        <source>To the newest step (Alt+End)</source>
        <translation>Zum neuesten Schritt (Alt+Ende)</translation>
    </message>
    <message>
        <source>To the next control, to the one before</source>
        <translation>Zum nächsten Element, zum vorigen</translation>
    </message>
    <message>
        <source>Too high</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Too low</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation>Trainiere von vorn</translation>
    </message>
    <message>
        <source>Train for at least 10 epochs, then look again.</source>
        <translation>Trainiere mindestens 10 Epochen und sieh dann wieder nach.</translation>
    </message>
    <message>
        <source>Train on to {} epochs: if the loss falls by a tenth or more, it was still improving.</source>
        <translation>Trainiere weiter bis {} Epochen: Fällt der Verlust um ein Zehntel oder mehr, wurde er noch besser.</translation>
    </message>
    <message>
        <source>Train on, to about {} epochs.</source>
        <translation>Trainiere weiter, bis etwa {} Epochen.</translation>
    </message>
    <message>
        <source>Train twice as long</source>
        <translation>Doppelt so lange trainieren</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Training leaves these layers as they were saved: {}.</source>
        <translation>Das Training lässt diese Schichten, wie sie gespeichert wurden: {}.</translation>
    </message>
    <message>
        <source>Training loss at the step shown</source>
        <translation>Trainingsverlust beim gezeigten Schritt</translation>
    </message>
    <message>
        <source>Trains once more as it was and once by the advice, from the same start, and says which ended better</source>
        <translation>Trainiert noch einmal wie zuvor und einmal nach dem Rat, vom selben Start, und sagt, was besser endete</translation>
    </message>
    <message>
        <source>Tried from the same start, by epoch {} the best other rate, {}, had got to {}, this one to {}.</source>
        <translation>Vom selben Start aus war bis Epoche {} die beste andere Rate, {}, bei {} angekommen, diese bei {}.</translation>
    </message>
    <message>
        <source>Tried from the same start, by epoch {} the rate {} had got to {}, this one to {}.</source>
        <translation>Vom selben Start aus war bis Epoche {} die Rate {} bei {} angekommen, diese bei {}.</translation>
    </message>
    <message>
        <source>Try luck</source>
        <translation>Glück prüfen</translation>
    </message>
    <message>
        <source>Trying other rates would settle it: train some 300 steps from the same start at rates three and ten times lower and higher, and see where the loss gets to.</source>
        <translation>Andere Raten zu versuchen würde es klären: vom selben Start aus etwa 300 Schritte mit drei- und zehnmal kleineren und größeren Raten trainieren und sehen, wohin der Verlust kommt.</translation>
    </message>
    <message>
        <source>Turn the surface, move the map</source>
        <translation>Die Fläche drehen, die Karte verschieben</translation>
    </message>
    <message>
        <source>Turns each layer&apos;s momentum into a step of equal length in all directions; all else goes by AdamW.</source>
        <translation>Macht aus dem Momentum jeder Schicht einen Schritt, der in alle Richtungen gleich lang ist; alles andere wie AdamW.</translation>
    </message>
    <message>
        <source>Twice the epochs took the loss from {} to {}</source>
        <translation>Doppelt so viele Epochen brachten den Verlust von {} auf {}</translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation>Zwei Kreise</translation>
    </message>
    <message>
        <source>Two classes, two weights</source>
        <translation>Zwei Klassen, zwei Gewichte</translation>
    </message>
    <message>
        <source>Two measurements of six people, too few to hold any back.</source>
        <translation>Zwei Messungen an sechs Menschen; zu wenige, um welche zurückzubehalten.</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Zwei Monde</translation>
    </message>
    <message>
        <source>Two of the rates are the same</source>
        <translation>Zwei der Raten sind gleich</translation>
    </message>
    <message>
        <source>Two random directions scaled to the filters (biases stay), not fitted to this path</source>
        <translation>Zwei zufällige Richtungen, nach den Filtern bemessen (ohne Bias), nicht an diesen Weg angepasst</translation>
    </message>
    <message>
        <source>Two random directions, scaled filter by filter to the weights: fair to compare networks, blind to the path.</source>
        <translation>Zwei zufällige Richtungen, Filter für Filter nach den Gewichten bemessen: gerecht, um Netze zu vergleichen, blind für den Weg.</translation>
    </message>
    <message>
        <source>Two random directions; once training moves, the picture turns to the plane of its path</source>
        <translation>Zwei zufällige Richtungen; sobald das Training läuft, dreht sich das Bild zur Ebene seines Wegs</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>Zwei Spiralen</translation>
    </message>
    <message>
        <source>Two valleys</source>
        <translation>Zwei Täler</translation>
    </message>
    <message>
        <source>Two weights</source>
        <translation>Zwei Gewichte</translation>
    </message>
    <message>
        <source>Use Edit, Copy experiment to make one</source>
        <translation>Mit Bearbeiten, Experiment kopieren machst du einen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Wait for epoch {}.</source>
        <translation>Warte bis Epoche {}.</translation>
    </message>
    <message>
        <source>Walks uphill, to see why the rule subtracts.</source>
        <translation>Läuft bergauf, damit man sieht, warum die Regel subtrahiert.</translation>
    </message>
    <message>
        <source>Warm-up, cosine</source>
        <translation>Anlauf, Kosinus</translation>
    </message>
    <message>
        <source>Wavy bowl</source>
        <translation>Wellige Schüssel</translation>
    </message>
    <message>
        <source>Weight and bias</source>
        <translation>Gewicht und Bias</translation>
    </message>
    <message>
        <source>Weight of the past in the sign that is taken.</source>
        <translation>Wie viel die Vergangenheit in dem Vorzeichen zählt, das genommen wird.</translation>
    </message>
    <message>
        <source>What could be done: {}</source>
        <translation>Was man tun könnte: {}</translation>
    </message>
    <message>
        <source>What each hidden neuron does with its sum.</source>
        <translation>Was jedes versteckte Neuron mit seiner Summe macht.</translation>
    </message>
    <message>
        <source>What is being trained: a network, one neuron, or a function.</source>
        <translation>Was trainiert wird: ein Netz, ein Neuron oder eine Funktion.</translation>
    </message>
    <message>
        <source>What the doctor says</source>
        <translation>Was der Doktor sagt</translation>
    </message>
    <message>
        <source>What the neuron sees.</source>
        <translation>Was das Neuron sieht.</translation>
    </message>
    <message>
        <source>What the neuron should say.</source>
        <translation>Was das Neuron sagen soll.</translation>
    </message>
    <message>
        <source>What the optimiser carries on from the steps before.</source>
        <translation>Was der Optimierer aus den Schritten davor mitnimmt.</translation>
    </message>
    <message>
        <source>What the sum of squared gradients begins with; more is gentler.</source>
        <translation>Womit die Summe der quadrierten Gradienten beginnt; mehr ist sanfter.</translation>
    </message>
    <message>
        <source>Where the walk begins, for example -2, 3; empty for its own start.</source>
        <translation>Wo der Weg beginnt, zum Beispiel -2, 3; leer für den eigenen Start der Landschaft.</translation>
    </message>
    <message>
        <source>Whether the rate is stable cannot be told: {}.</source>
        <translation>Ob die Rate stabil ist, lässt sich nicht sagen: {}.</translation>
    </message>
    <message>
        <source>Which learning rates work? Choose a range and press Sweep: the present experiment is trained at all of them at once, and the doctor says of each how it went.</source>
        <translation>Welche Lernraten taugen? Wähl einen Bereich und drücke Durchlauf: Das jetzige Experiment wird mit allen zugleich trainiert, und der Doktor sagt von jeder, wie es ging.</translation>
    </message>
    <message>
        <source>Which rate suits which optimiser? Every optimiser ticked is trained at every rate; colour is the final loss, the sign what the doctor says. Press Draw.</source>
        <translation>Welche Rate passt zu welchem Optimierer? Jeder angekreuzte wird mit jeder Rate trainiert; die Farbe ist der Endverlust, das Zeichen sagt, was der Doktor meint. Drücke Zeichnen.</translation>
    </message>
    <message>
        <source>Which rate to begin with? One short run in which the learning rate grows from 0.00001 to 10: where the loss falls fastest, a good rate is near. Press Run the test.</source>
        <translation>Mit welcher Rate beginnen? Ein kurzer Lauf, in dem die Lernrate von 0.00001 auf 10 wächst: Wo der Verlust am schnellsten fällt, ist eine gute Rate nah. Drücke Test starten.</translation>
    </message>
    <message>
        <source>Wines</source>
        <translation>Weine</translation>
    </message>
    <message>
        <source>With a bias too, a whole line of answers is perfect: the surface is a valley, not a bowl.</source>
        <translation>Mit einem Bias dazu ist eine ganze Linie von Antworten perfekt: Die Fläche ist ein Tal, keine Schüssel.</translation>
    </message>
    <message>
        <source>With small batches, noise decides as much as curvature; the limit holds where a batch is all rows</source>
        <translation>Mit kleinen Batches entscheidet das Rauschen so viel wie die Krümmung; die Grenze gilt, wo ein Batch alle Beispiele hat</translation>
    </message>
    <message>
        <source>With {} seeds the loss ended between {} and {}, half of them from {} to {}, the middle one at {}.</source>
        <translation>Mit {} Seeds endete der Verlust zwischen {} und {}, die Hälfte davon von {} bis {}, der mittlere bei {}.</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Einen Blick wert</translation>
    </message>
    <message>
        <source>With {} weights, measuring the curvature takes too long</source>
        <translation>Bei {} Gewichten dauert es zu lange, die Krümmung zu messen</translation>
    </message>
    <message>
        <source>No other rate helped: look at the data, the network and the loss.</source>
        <translation>Keine andere Rate half: schau dir die Daten, das Netz und den Verlust an.</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Versuch abbrechen</translation>
    </message>
    <message>
        <source>Try other rates</source>
        <translation>Andere Raten versuchen</translation>
    </message>
    <message>
        <source>Write only what stands right of the equals sign</source>
        <translation>Schreib nur, was rechts vom Gleichheitszeichen steht</translation>
    </message>
    <message>
        <source>Written digits</source>
        <translation>Geschriebene Ziffern</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Your own Keras model</source>
        <translation>Dein eigenes Keras-Modell</translation>
    </message>
    <message>
        <source>Your own formula</source>
        <translation>Deine eigene Formel</translation>
    </message>
    <message>
        <source>Your step is {} × the limit {}{}: {}.</source>
        <translation>Dein Schritt ist {} × die Grenze {}{}: {}.</translation>
    </message>
    <message>
        <source>a CSV file</source>
        <translation>eine CSV-Datei</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>eine gepackte Datei</translation>
    </message>
    <message>
        <source>a formula of numbers, names, + - * / ^ and brackets</source>
        <translation>eine Formel aus Zahlen, Namen, + - * / ^ und Klammern</translation>
    </message>
    <message>
        <source>a loss in w alone, or in x and y</source>
        <translation>ein Verlust nur in w, oder in x und y</translation>
    </message>
    <message>
        <source>a loss in w, or in x and y, for example (w - 3)^2</source>
        <translation>ein Verlust in w oder in x und y, zum Beispiel (w - 3)^2</translation>
    </message>
    <message>
        <source>a lowest rate below the highest</source>
        <translation>eine kleinste Rate unter der größten</translation>
    </message>
    <message>
        <source>a name for each column</source>
        <translation>ein Name für jede Spalte</translation>
    </message>
    <message>
        <source>a name that ends in {}</source>
        <translation>ein Name, der auf {} endet</translation>
    </message>
    <message>
        <source>a network with {} hidden neurons, learning {}</source>
        <translation>ein Netz mit {} versteckten Neuronen, das {} lernt</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number from {}</source>
        <translation>eine Zahl von {}</translation>
    </message>
    <message>
        <source>a number, a name or &apos;(&apos;</source>
        <translation>eine Zahl, ein Name oder „(“</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a row for each example</source>
        <translation>eine Zeile für jedes Beispiel</translation>
    </message>
    <message>
        <source>a session (.gdviz), a class pack (.gdvizclass), a table or training log (.csv), a model (.keras)</source>
        <translation>eine Sitzung (.gdviz), ein Klassenpaket (.gdvizclass), eine Tabelle oder ein Trainingsprotokoll (.csv), ein Modell (.keras)</translation>
    </message>
    <message>
        <source>a spreadsheet or ZIP file</source>
        <translation>eine Tabellenkalkulation oder ZIP-Datei</translation>
    </message>
    <message>
        <source>a table as text, with a comma, semicolon or tab between the columns</source>
        <translation>eine Tabelle als Text, mit Komma, Semikolon oder Tabulator zwischen den Spalten</translation>
    </message>
    <message>
        <source>a target with at least two different answers</source>
        <translation>ein Ziel mit mindestens zwei verschiedenen Antworten</translation>
    </message>
    <message>
        <source>a text like gdviz:1:…</source>
        <translation>ein Text wie gdviz:1:…</translation>
    </message>
    <message>
        <source>a whole file</source>
        <translation>eine ganze Datei</translation>
    </message>
    <message>
        <source>a whole number from {}</source>
        <translation>eine ganze Zahl von {}</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>add the gradient</source>
        <translation>Gradient addieren</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>alcalinity of ash</source>
        <translation>Alkalinität der Asche</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>Alkohol</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Beispiele</translation>
    </message>
    <message>
        <source>along the full gradient</source>
        <translation>entlang des vollen Gradienten</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>immer gleich</translation>
    </message>
    <message>
        <source>an old spreadsheet</source>
        <translation>eine alte Tabellenkalkulation</translation>
    </message>
    <message>
        <source>an operator such as + or *</source>
        <translation>ein Rechenzeichen wie + oder *</translation>
    </message>
    <message>
        <source>an operator such as + or *, or &apos;)&apos;</source>
        <translation>ein Rechenzeichen wie + oder *, oder „)“</translation>
    </message>
    <message>
        <source>another {} epochs should change it by less than 10 percent</source>
        <translation>weitere {} Epochen dürften ihn um weniger als 10 Prozent ändern</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>arrows × {}</source>
        <translation>Pfeile × {}</translation>
    </message>
    <message>
        <source>as it was compiled</source>
        <translation>wie kompiliert</translation>
    </message>
    <message>
        <source>ash</source>
        <translation>Asche</translation>
    </message>
    <message>
        <source>at a learning rate of {}</source>
        <translation>mit einer Lernrate von {}</translation>
    </message>
    <message>
        <source>at least one column of numbers or of few words</source>
        <translation>mindestens eine Spalte mit Zahlen oder wenigen Wörtern</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>mindestens {}</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>at most 8</source>
        <translation>höchstens 8</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>höchstens {}</translation>
    </message>
    <message>
        <source>at most {} levels</source>
        <translation>höchstens {} Ebenen</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>average of gradients</source>
        <translation>Mittel der Gradienten</translation>
    </message>
    <message>
        <source>average of past gradients</source>
        <translation>Mittel der bisherigen Gradienten</translation>
    </message>
    <message>
        <source>average of squared gradients</source>
        <translation>Mittel der quadrierten Gradienten</translation>
    </message>
    <message>
        <source>average of squared steps</source>
        <translation>Mittel der quadrierten Schritte</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>began at {} and </source>
        <translation>begann bei {} und </translation>
    </message>
    <message>
        <source>benign</source>
        <translation>gutartig</translation>
    </message>
    <message>
        <source>beta 1</source>
        <translation>beta 1</translation>
    </message>
    <message>
        <source>beta 2</source>
        <translation>beta 2</translation>
    </message>
    <message>
        <source>beta 2 decay</source>
        <translation>Abnahme von beta 2</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>blood pressure</source>
        <translation>Blutdruck</translation>
    </message>
    <message>
        <source>body mass index</source>
        <translation>Body-Mass-Index</translation>
    </message>
    <message>
        <source>but that is said only when it is surer, so that false alarms stay rare.</source>
        <translation>aber gesagt wird das nur, wenn es sicherer ist, damit Fehlalarme selten bleiben.</translation>
    </message>
    <message>
        <source>class 0</source>
        <translation>Klasse 0</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>Klasse 1</translation>
    </message>
    <message>
        <source>clip gradient</source>
        <translation>Gradient kürzen</translation>
    </message>
    <message>
        <source>clip threshold</source>
        <translation>Kürzungsschwelle</translation>
    </message>
    <message>
        <source>color intensity</source>
        <translation>Farbintensität</translation>
    </message>
    <message>
        <source>column {}</source>
        <translation>Spalte {}</translation>
    </message>
    <message>
        <source>compactness</source>
        <translation>Kompaktheit</translation>
    </message>
    <message>
        <source>concave points</source>
        <translation>konkave Punkte</translation>
    </message>
    <message>
        <source>concavity</source>
        <translation>Konkavität</translation>
    </message>
    <message>
        <source>condition number</source>
        <translation>Konditionszahl</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>cut above {}</source>
        <translation>Dach {}</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>direction 1</source>
        <translation>Richtung 1</translation>
    </message>
    <message>
        <source>direction 2</source>
        <translation>Richtung 2</translation>
    </message>
    <message>
        <source>distance below the end of this run that a higher rate reached when tried, as a part of the fall</source>
        <translation>Abstand unter dem Ende dieses Laufs, den eine größere Rate beim Versuch erreichte, als Teil des Rückgangs</translation>
    </message>
    <message>
        <source>distance below the end of this run that a lower rate reached when tried, as a part of the fall</source>
        <translation>Abstand unter dem Ende dieses Laufs, den eine kleinere Rate beim Versuch erreichte, als Teil des Rückgangs</translation>
    </message>
    <message>
        <source>distance of the curve from a straight line, as a part of the line&apos;s fall</source>
        <translation>Abstand der Kurve von einer Geraden, als Teil von deren Gefälle</translation>
    </message>
    <message>
        <source>diverging</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>downhill</source>
        <translation>bergab</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>each batch</source>
        <translation>jeder Batch</translation>
    </message>
    <message>
        <source>early validation loss over the training loss</source>
        <translation>früher Validierungsverlust über dem Trainingsverlust</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>epoch {}</source>
        <translation>Epoche {}</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>epochs since it was lowest</source>
        <translation>Epochen, seit er am kleinsten war</translation>
    </message>
    <message>
        <source>epochs {} to {}</source>
        <translation>Epochen {} bis {}</translation>
    </message>
    <message>
        <source>epsilon 1</source>
        <translation>Epsilon 1</translation>
    </message>
    <message>
        <source>epsilon 2</source>
        <translation>Epsilon 2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>first measurement</source>
        <translation>erste Messung</translation>
    </message>
    <message>
        <source>first sum</source>
        <translation>erste Summe</translation>
    </message>
    <message>
        <source>first validation loss over the first training loss</source>
        <translation>erster Validierungsverlust über dem ersten Trainingsverlust</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>erste Gewichte</translation>
    </message>
    <message>
        <source>flat top: loss above {} is cut off</source>
        <translation>flaches Dach: Verlust über {} ist abgeschnitten</translation>
    </message>
    <message>
        <source>flavanoids</source>
        <translation>Flavonoide</translation>
    </message>
    <message>
        <source>format {} or older</source>
        <translation>Format {} oder älter</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>fractal dimension</source>
        <translation>fraktale Dimension</translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation>von {} auf {}</translation>
    </message>
    <message>
        <source>from {} to {} in {} epochs</source>
        <translation>von {} auf {} in {} Epochen</translation>
    </message>
    <message>
        <source>further fall to be expected of ten times the epochs, as a part of all that there was to gain</source>
        <translation>weiterer Rückgang, der bei zehnmal so vielen Epochen zu erwarten ist, als Teil von allem, was zu gewinnen war</translation>
    </message>
    <message>
        <source>further fall to be expected of ten times the epochs, as a part of the first loss</source>
        <translation>weiterer Rückgang, der bei zehnmal so vielen Epochen zu erwarten ist, als Teil des ersten Verlusts</translation>
    </message>
    <message>
        <source>further fall to be expected of three times the epochs, as a part of the first loss</source>
        <translation>weiterer Rückgang, der bei dreimal so vielen Epochen zu erwarten ist, als Teil des ersten Verlusts</translation>
    </message>
    <message>
        <source>further fall to be expected of twice the epochs, as a part of the loss</source>
        <translation>weiterer Rückgang, der bei doppelt so vielen Epochen zu erwarten ist, als Teil des Verlusts</translation>
    </message>
    <message>
        <source>glucose</source>
        <translation>Glukose</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>gradient norm at the end over that of the first epoch</source>
        <translation>Gradientenlänge am Ende im Verhältnis zu der in der ersten Epoche</translation>
    </message>
    <message>
        <source>gradient: the slope of this batch&apos;s loss</source>
        <translation>Gradient: die Steigung des Verlusts dieses Batches</translation>
    </message>
    <message>
        <source>grey: not finite</source>
        <translation>grau: nicht endlich</translation>
    </message>
    <message>
        <source>grey: the loss is infinite or not a number</source>
        <translation>grau: Der Verlust ist unendlich oder keine Zahl</translation>
    </message>
    <message>
        <source>has more than {} different words</source>
        <translation>hat mehr als {} verschiedene Wörter</translation>
    </message>
    <message>
        <source>has the same answer in every row</source>
        <translation>hat in jeder Zeile dieselbe Antwort</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückbehalten</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>highest loss over the first</source>
        <translation>höchster Verlust über dem ersten</translation>
    </message>
    <message>
        <source>hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>if both were equally good, chance would give a score as lopsided {}</source>
        <translation>wären beide gleich gut, brächte der Zufall ein so schiefes Ergebnis {}</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>unendlich</translation>
    </message>
    <message>
        <source>input x</source>
        <translation>Eingabe x</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is the same in every row</source>
        <translation>ist in jeder Zeile gleich</translation>
    </message>
    <message>
        <source>it began at its floor, or the network learns nothing</source>
        <translation>er begann an seinem Boden, oder das Netz lernt nichts</translation>
    </message>
    <message>
        <source>it may overshoot, but settles</source>
        <translation>er kann überschießen, kommt aber zur Ruhe</translation>
    </message>
    <message>
        <source>it overshoots more each time</source>
        <translation>er schießt jedes Mal weiter hinaus</translation>
    </message>
    <message>
        <source>its own does not suit</source>
        <translation>der eigene passt nicht</translation>
    </message>
    <message>
        <source>kept number {}</source>
        <translation>behaltene Zahl {}</translation>
    </message>
    <message>
        <source>l2 penalty</source>
        <translation>L2-Strafe</translation>
    </message>
    <message>
        <source>label noise</source>
        <translation>falsche Antworten</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>landscape&apos;s own</source>
        <translation>Eigene der Landschaft</translation>
    </message>
    <message>
        <source>largest recent gradient</source>
        <translation>größter letzter Gradient</translation>
    </message>
    <message>
        <source>late fall over the fall of the quarter before (2 on a straight line, 0 at rest)</source>
        <translation>später Rückgang über dem des Viertels davor (2 auf einer Geraden, 0 in Ruhe)</translation>
    </message>
    <message>
        <source>late fall, as a part of the first loss</source>
        <translation>später Rückgang, als Teil des ersten Verlusts</translation>
    </message>
    <message>
        <source>late fall, in multiples of what chance could do</source>
        <translation>später Rückgang, in Vielfachen dessen, was Zufall bewirken könnte</translation>
    </message>
    <message>
        <source>late height above the lowest loss so far, as a part of that</source>
        <translation>späte Höhe über dem bisher kleinsten Verlust, als Teil davon</translation>
    </message>
    <message>
        <source>layer {} bias</source>
        <translation>Schicht {} Bias</translation>
    </message>
    <message>
        <source>layer {} kernel</source>
        <translation>Schicht {} Kernel</translation>
    </message>
    <message>
        <source>layer {} vector</source>
        <translation>Schicht {} Vektor</translation>
    </message>
    <message>
        <source>layer {}: bias of {}</source>
        <translation>Schicht {}: Bias von {}</translation>
    </message>
    <message>
        <source>layer {}: {} → {}</source>
        <translation>Schicht {}: {} → {}</translation>
    </message>
    <message>
        <source>lead of a higher rate when tried, as a part of the fall</source>
        <translation>Vorsprung einer größeren Rate beim Versuch, als Teil des Rückgangs</translation>
    </message>
    <message>
        <source>lead of a lower rate when tried, as a part of the fall</source>
        <translation>Vorsprung einer kleineren Rate beim Versuch, als Teil des Rückgangs</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate over the largest that the curvature allows</source>
        <translation>Lernrate im Verhältnis zur größten, die die Krümmung zulässt</translation>
    </message>
    <message>
        <source>learning rate over the one that mostly serves this optimiser best</source>
        <translation>Lernrate über der, die diesem Optimierer meist am besten dient</translation>
    </message>
    <message>
        <source>learning rate too high</source>
        <translation>Lernrate zu groß</translation>
    </message>
    <message>
        <source>learning rate too low</source>
        <translation>Lernrate zu klein</translation>
    </message>
    <message>
        <source>learning rate {} instead of {}</source>
        <translation>Lernrate {} statt {}</translation>
    </message>
    <message>
        <source>less than 0.01</source>
        <translation>weniger als 0.01</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss (log scale)</source>
        <translation>Verlust (log. Maßstab)</translation>
    </message>
    <message>
        <source>loss at the end</source>
        <translation>Verlust am Ende</translation>
    </message>
    <message>
        <source>loss at the end over that of the first epoch</source>
        <translation>Verlust am Ende über dem der ersten Epoche</translation>
    </message>
    <message>
        <source>loss at the end over the lowest</source>
        <translation>Verlust am Ende über dem kleinsten</translation>
    </message>
    <message>
        <source>loss at the end, as a part of that before training</source>
        <translation>Verlust am Ende, als Teil des Verlusts vor dem Training</translation>
    </message>
    <message>
        <source>loss at the end, as a part of the first epoch&apos;s</source>
        <translation>Verlust am Ende, als Teil dessen der ersten Epoche</translation>
    </message>
    <message>
        <source>loss at the end, as a part of what guessing costs</source>
        <translation>Verlust am Ende, als Teil dessen, was Raten kostet</translation>
    </message>
    <message>
        <source>loss of the first epoch</source>
        <translation>Verlust der ersten Epoche</translation>
    </message>
    <message>
        <source>loss of the first epoch, as a part of that before training</source>
        <translation>Verlust der ersten Epoche, als Teil des Verlusts vor dem Training</translation>
    </message>
    <message>
        <source>loss of the first epoch, as a part of what guessing costs</source>
        <translation>Verlust der ersten Epoche, als Teil dessen, was Raten kostet</translation>
    </message>
    <message>
        <source>loss of the second epoch, as a part of the first</source>
        <translation>Verlust der zweiten Epoche, als Teil des ersten</translation>
    </message>
    <message>
        <source>loss of the sixth epoch, as a part of the first</source>
        <translation>Verlust der sechsten Epoche, als Teil des ersten</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>lowest validation loss over the lowest training loss</source>
        <translation>kleinster Validierungsverlust über dem kleinsten Trainingsverlust</translation>
    </message>
    <message>
        <source>magnesium</source>
        <translation>Magnesium</translation>
    </message>
    <message>
        <source>malic acid</source>
        <translation>Apfelsäure</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>bösartig</translation>
    </message>
    <message>
        <source>mean height above the lowest loss so far, as a part of that</source>
        <translation>mittlere Höhe über dem bisher kleinsten Verlust, als Teil davon</translation>
    </message>
    <message>
        <source>mean height above the lowest loss so far, as a part of the first</source>
        <translation>mittlere Höhe über dem bisher kleinsten Verlust, als Teil des ersten</translation>
    </message>
    <message>
        <source>mean height of validation above its lowest so far</source>
        <translation>mittlere Höhe der Validierung über ihrem bisher kleinsten Wert</translation>
    </message>
    <message>
        <source>mean {}</source>
        <translation>Mittel: {}</translation>
    </message>
    <message>
        <source>memory of past gradients</source>
        <translation>Gedächtnis der bisherigen Gradienten</translation>
    </message>
    <message>
        <source>memory of squared gradients</source>
        <translation>Gedächtnis der quadrierten Gradienten</translation>
    </message>
    <message>
        <source>mixture whose sign counts</source>
        <translation>Mischung, deren Vorzeichen zählt</translation>
    </message>
    <message>
        <source>model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>neuron {}</source>
        <translation>Neuron {}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nonflavanoid phenols</source>
        <translation>Phenole ohne Flavonoide</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not a number, where any number is asked</source>
        <translation>keine Zahl, wo irgendeine verlangt ist</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>nicht klar</translation>
    </message>
    <message>
        <source>not compiled</source>
        <translation>nicht kompiliert</translation>
    </message>
    <message>
        <source>nothing finite</source>
        <translation>nichts Endlichem</translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation>Anzahl der Epochen</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>numbers up to {}</source>
        <translation>Zahlen bis {}</translation>
    </message>
    <message>
        <source>numbers, or at most {} classes</source>
        <translation>Zahlen, oder höchstens {} Klassen</translation>
    </message>
    <message>
        <source>od280/od315 of diluted wines</source>
        <translation>od280/od315 verdünnter Weine</translation>
    </message>
    <message>
        <source>once in {} times</source>
        <translation>einmal in {} Fällen</translation>
    </message>
    <message>
        <source>one column</source>
        <translation>eine Spalte</translation>
    </message>
    <message>
        <source>one for some weights between -{} and {}</source>
        <translation>einen für manche Gewichte zwischen -{} und {}</translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation>eins von {}</translation>
    </message>
    <message>
        <source>one of {} classes</source>
        <translation>eine von {} Klassen</translation>
    </message>
    <message>
        <source>one or more</source>
        <translation>einen oder mehr</translation>
    </message>
    <message>
        <source>one rate all along</source>
        <translation>eine Rate von Anfang bis Ende</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>einen Schritt</translation>
    </message>
    <message>
        <source>only tells the rows apart</source>
        <translation>unterscheidet nur die Zeilen</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>optimiser&apos;s own</source>
        <translation>Eigene des Optimierers</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>over 99</source>
        <translation>über 99</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>Überanpassung</translation>
    </message>
    <message>
        <source>part of the late fall that came in a single epoch</source>
        <translation>Teil des späten Rückgangs, der in einer einzigen Epoche kam</translation>
    </message>
    <message>
        <source>part of the loss that the last half took away</source>
        <translation>Teil des Verlusts, den die letzte Hälfte wegnahm</translation>
    </message>
    <message>
        <source>part of the validation loss that the last half took away</source>
        <translation>Teil des Validierungsverlusts, den die letzte Hälfte wegnahm</translation>
    </message>
    <message>
        <source>part that the first eighth took away</source>
        <translation>Teil, den das erste Achtel wegnahm</translation>
    </message>
    <message>
        <source>part that the quarter before took away</source>
        <translation>Teil, den das Viertel davor wegnahm</translation>
    </message>
    <message>
        <source>perimeter</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>petal length</source>
        <translation>Kronblattlänge</translation>
    </message>
    <message>
        <source>petal length (cm)</source>
        <translation>Kronblattlänge (cm)</translation>
    </message>
    <message>
        <source>petal width</source>
        <translation>Kronblattbreite</translation>
    </message>
    <message>
        <source>petal width (cm)</source>
        <translation>Kronblattbreite (cm)</translation>
    </message>
    <message>
        <source>pixel {} {}</source>
        <translation>Punkt {} {}</translation>
    </message>
    <message>
        <source>proanthocyanins</source>
        <translation>Proanthocyanidine</translation>
    </message>
    <message>
        <source>proline</source>
        <translation>Prolin</translation>
    </message>
    <message>
        <source>quotes in pairs, and no cell longer than a page</source>
        <translation>Anführungszeichen paarweise, und keine Zelle länger als eine Seite</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>random slice</source>
        <translation>zufälliger Schnitt</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>rate power</source>
        <translation>Ratenpotenz</translation>
    </message>
    <message>
        <source>rate, both averages&apos; slow start made up for</source>
        <translation>Rate, um den langsamen Anfang beider Mittel ausgeglichen</translation>
    </message>
    <message>
        <source>rates farther apart</source>
        <translation>Raten, die weiter auseinanderliegen</translation>
    </message>
    <message>
        <source>recent size of the gradient</source>
        <translation>übliche Größe des Gradienten</translation>
    </message>
    <message>
        <source>recent spread of the gradient</source>
        <translation>übliche Streuung des Gradienten</translation>
    </message>
    <message>
        <source>relative step</source>
        <translation>relativer Schritt</translation>
    </message>
    <message>
        <source>scatter of the later losses, as a part of them</source>
        <translation>Streuung der späteren Verluste, als Teil davon</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>second measurement</source>
        <translation>zweite Messung</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>sepal length</source>
        <translation>Kelchblattlänge</translation>
    </message>
    <message>
        <source>sepal length (cm)</source>
        <translation>Kelchblattlänge (cm)</translation>
    </message>
    <message>
        <source>sepal width</source>
        <translation>Kelchblattbreite</translation>
    </message>
    <message>
        <source>sepal width (cm)</source>
        <translation>Kelchblattbreite (cm)</translation>
    </message>
    <message>
        <source>settings that this gdviz knows</source>
        <translation>Einstellungen, die dieses gdviz kennt</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>share of the epochs in which the loss rose</source>
        <translation>Anteil der Epochen, in denen der Verlust stieg</translation>
    </message>
    <message>
        <source>share of the later epochs in which the loss rose</source>
        <translation>Anteil der späteren Epochen, in denen der Verlust stieg</translation>
    </message>
    <message>
        <source>smoothness</source>
        <translation>Glätte</translation>
    </message>
    <message>
        <source>so there was more to gain</source>
        <translation>es war also noch mehr zu holen</translation>
    </message>
    <message>
        <source>so there was nothing left to gain worth the time</source>
        <translation>es war also nichts mehr zu holen, das die Zeit wert war</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>standardise inputs</source>
        <translation>Eingaben standardisieren</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>step before the rate</source>
        <translation>Schritt vor der Rate</translation>
    </message>
    <message>
        <source>steps across the steepest valley overshoot by ever more</source>
        <translation>Schritte quer durchs steilste Tal schießen immer weiter hinaus</translation>
    </message>
    <message>
        <source>steps do not overshoot by ever more</source>
        <translation>Schritte schießen nicht immer weiter hinaus</translation>
    </message>
    <message>
        <source>still improving</source>
        <translation>wird noch besser</translation>
    </message>
    <message>
        <source>sum of all squared gradients</source>
        <translation>Summe aller quadrierten Gradienten</translation>
    </message>
    <message>
        <source>sum of squared gradients</source>
        <translation>Summe der quadrierten Gradienten</translation>
    </message>
    <message>
        <source>symmetry</source>
        <translation>Symmetrie</translation>
    </message>
    <message>
        <source>tells rows apart</source>
        <translation>unterscheidet Zeilen</translation>
    </message>
    <message>
        <source>texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <source>the ball has left the picture</source>
        <translation>die Kugel hat das Bild verlassen</translation>
    </message>
    <message>
        <source>the landscape &quot;{}&quot;</source>
        <translation>die Landschaft „{}“</translation>
    </message>
    <message>
        <source>the largest that is stable with all rows at once, {}</source>
        <translation>der größten, die mit allen Beispielen auf einmal stabil ist, {}</translation>
    </message>
    <message>
        <source>the largest v so far</source>
        <translation>das bisher größte v</translation>
    </message>
    <message>
        <source>the last half of the {} epochs changed it by only {}</source>
        <translation>die letzte Hälfte der {} Epochen änderte ihn nur um {}</translation>
    </message>
    <message>
        <source>the loss is no longer a finite number</source>
        <translation>der Verlust ist keine endliche Zahl mehr</translation>
    </message>
    <message>
        <source>the loss is not a finite number anywhere here</source>
        <translation>der Verlust ist hier nirgends eine endliche Zahl</translation>
    </message>
    <message>
        <source>the new weight</source>
        <translation>das neue Gewicht</translation>
    </message>
    <message>
        <source>the step: what is added to the weight</source>
        <translation>der Schritt: was zum Gewicht addiert wird</translation>
    </message>
    <message>
        <source>the surface misses the true loss by at most {} % of its range</source>
        <translation>die Fläche verfehlt den wahren Verlust um höchstens {} % seiner Spanne</translation>
    </message>
    <message>
        <source>the usual</source>
        <translation>das Übliche</translation>
    </message>
    <message>
        <source>the validation loss was</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>the weight, a little decayed</source>
        <translation>das Gewicht, ein wenig verkleinert</translation>
    </message>
    <message>
        <source>the {} ended at {} instead of {}</source>
        <translation>endete der {} bei {} statt bei {}</translation>
    </message>
    <message>
        <source>there can be no such name</source>
        <translation>einen solchen Namen kann es nicht geben</translation>
    </message>
    <message>
        <source>three different ones</source>
        <translation>drei verschiedene</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>total phenols</source>
        <translation>Phenole insgesamt</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Train.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>Trainingsgenauigkeit</translation>
    </message>
    <message>
        <source>training loss over what it was then</source>
        <translation>Trainingsverlust über dem von damals</translation>
    </message>
    <message>
        <source>two different ones from 0 to {}</source>
        <translation>zwei verschiedene von 0 bis {}</translation>
    </message>
    <message>
        <source>usual jump from one epoch to the next, as a part of the first loss</source>
        <translation>üblicher Sprung von einer Epoche zur nächsten, als Teil des ersten Verlusts</translation>
    </message>
    <message>
        <source>usual jump from one epoch to the next, as a part of the loss</source>
        <translation>üblicher Sprung von einer Epoche zur nächsten, als Teil des Verlusts</translation>
    </message>
    <message>
        <source>usual jump from one epoch to the next, as a part of the whole fall</source>
        <translation>üblicher Sprung von einer Epoche zur nächsten, als Teil des ganzen Rückgangs</translation>
    </message>
    <message>
        <source>usual jump of the validation loss</source>
        <translation>üblicher Sprung des Validierungsverlusts</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>Val.</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>validation loss at the end</source>
        <translation>Validierungsverlust am Ende</translation>
    </message>
    <message>
        <source>validation loss at the end over its lowest</source>
        <translation>Validierungsverlust am Ende über dem kleinsten</translation>
    </message>
    <message>
        <source>validation loss at the end, as a part of its first</source>
        <translation>Validierungsverlust am Ende, als Teil des ersten</translation>
    </message>
    <message>
        <source>validation loss over training loss at the end</source>
        <translation>Validierungsverlust über Trainingsverlust am Ende</translation>
    </message>
    <message>
        <source>variable {} [{}]</source>
        <translation>Variable {} [{}]</translation>
    </message>
    <message>
        <source>velocity, downhill</source>
        <translation>Geschwindigkeit, bergab</translation>
    </message>
    <message>
        <source>velocity: how fast the ball rolls</source>
        <translation>Geschwindigkeit: wie schnell die Kugel rollt</translation>
    </message>
    <message>
        <source>warm-up steps</source>
        <translation>Anlaufschritte</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>weight 1</source>
        <translation>Gewicht 1</translation>
    </message>
    <message>
        <source>weight 2</source>
        <translation>Gewicht 2</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>weight {}</source>
        <translation>Gewicht {}</translation>
    </message>
    <message>
        <source>weight {} ({} {})</source>
        <translation>Gewicht {} ({} {})</translation>
    </message>
    <message>
        <source>what all slopes so far add up to</source>
        <translation>worauf sich alle bisherigen Steigungen summieren</translation>
    </message>
    <message>
        <source>where the noise is largest beside it</source>
        <translation>quer dazu, wo das Rauschen am größten ist</translation>
    </message>
    <message>
        <source>while the training loss went on falling: the network is learning its examples by heart.</source>
        <translation>während der Trainingsverlust weiter fiel: Das Netz lernt seine Beispiele auswendig.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>worst {}</source>
        <translation>schlechtester Wert: {}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no, as True or False</source>
        <translation>ja oder nein, als True oder False</translation>
    </message>
    <message>
        <source>{0} against {1}, all others held still, for this path</source>
        <translation>{0} gegen {1}, alle anderen festgehalten, für diesen Weg</translation>
    </message>
    <message>
        <source>{} % held</source>
        <translation>{} % drin</translation>
    </message>
    <message>
        <source>{} (confidence {})</source>
        <translation>{} (Sicherheit {})</translation>
    </message>
    <message>
        <source>{} Each step overshoots the valley by more than the one before.</source>
        <translation>{} Jeder Schritt schießt weiter übers Tal hinaus als der davor.</translation>
    </message>
    <message>
        <source>{} and is still falling{}.</source>
        <translation>{} und fällt noch{}.</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} und {}</translation>
    </message>
    <message>
        <source>{} and {} win equally often in {} seeds: between them it is luck.</source>
        <translation>{} und {} gewinnen in {} Seeds gleich oft: Zwischen ihnen entscheidet das Glück.</translation>
    </message>
    <message>
        <source>{} as in the first line</source>
        <translation>{} wie in der ersten Zeile</translation>
    </message>
    <message>
        <source>{} at rate {} moves {} from {} to {}.</source>
        <translation>{} mit Rate {} bewegt {} von {} nach {}.</translation>
    </message>
    <message>
        <source>{} beats {} in {} of {} seeds.</source>
        <translation>{} schlägt {} in {} von {} Seeds.</translation>
    </message>
    <message>
        <source>{} cannot be read at line {}: {}</source>
        <translation>{} lässt sich in Zeile {} nicht lesen: {}</translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation>{} lässt sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>{} columns</source>
        <translation>{} Spalten</translation>
    </message>
    <message>
        <source>{} columns of {} are called {}</source>
        <translation>{} Spalten von {} heißen {}</translation>
    </message>
    <message>
        <source>{} could not be deleted: {}.</source>
        <translation>{} ließ sich nicht löschen: {}.</translation>
    </message>
    <message>
        <source>{} ends in the middle of a character</source>
        <translation>{} endet mitten in einem Zeichen</translation>
    </message>
    <message>
        <source>{} epochs instead of {}</source>
        <translation>{} Epochen statt {}</translation>
    </message>
    <message>
        <source>{} error</source>
        <translation>Fehler von {}</translation>
    </message>
    <message>
        <source>{} has no column to predict {} from</source>
        <translation>{} hat keine Spalte, aus der sich {} vorhersagen ließe</translation>
    </message>
    <message>
        <source>{} has no column {}</source>
        <translation>{} hat keine Spalte {}</translation>
    </message>
    <message>
        <source>{} has no rows below its first line</source>
        <translation>{} hat keine Zeilen unter der ersten</translation>
    </message>
    <message>
        <source>{} has only one column</source>
        <translation>{} hat nur eine Spalte</translation>
    </message>
    <message>
        <source>{} has too few rows in which nothing is missing: {}</source>
        <translation>{} hat zu wenige Zeilen, in denen nichts fehlt: {}</translation>
    </message>
    <message>
        <source>{} has {} columns</source>
        <translation>{} hat {} Spalten</translation>
    </message>
    <message>
        <source>{} is empty</source>
        <translation>{} ist leer</translation>
    </message>
    <message>
        <source>{} is no input: it is mostly missing.</source>
        <translation>{} ist keine Eingabe: Es fehlt zum größten Teil.</translation>
    </message>
    <message>
        <source>{} is no input: it {}.</source>
        <translation>{} ist keine Eingabe: Es {}.</translation>
    </message>
    <message>
        <source>{} is not text</source>
        <translation>{} ist kein Text</translation>
    </message>
    <message>
        <source>{} is of a kind that gdviz does not read</source>
        <translation>{} ist von einer Art, die gdviz nicht liest</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} ist {}</translation>
    </message>
    <message>
        <source>{} measures its steps by slopes, and has not seen any yet</source>
        <translation>{} misst seine Schritte an Steigungen und hat noch keine gesehen</translation>
    </message>
    <message>
        <source>{} not a number</source>
        <translation>{}: keine Zahl</translation>
    </message>
    <message>
        <source>{} of {} cells of {} hold nothing.</source>
        <translation>{} von {} Zellen von {} sind leer.</translation>
    </message>
    <message>
        <source>{} of {} epochs</source>
        <translation>{} von {} Epochen</translation>
    </message>
    <message>
        <source>{} of {} rows were drawn at random.</source>
        <translation>{} von {} Zeilen wurden zufällig ausgelost.</translation>
    </message>
    <message>
        <source>{} of {} rows were left out because something was missing.</source>
        <translation>{} von {} Zeilen wurden weggelassen, weil etwas fehlte.</translation>
    </message>
    <message>
        <source>{} percent</source>
        <translation>{} Prozent</translation>
    </message>
    <message>
        <source>{} runs were lost.</source>
        <translation>{} Läufe gingen verloren.</translation>
    </message>
    <message>
        <source>{} steps</source>
        <translation>{} Schritte</translation>
    </message>
    <message>
        <source>{} things differ, so nobody can tell which of them matters. {}.</source>
        <translation>{} Dinge sind verschieden, also kann niemand sagen, welches davon zählt. {}.</translation>
    </message>
    <message>
        <source>{} times</source>
        <translation>das {}-Fache</translation>
    </message>
    <message>
        <source>{} times in 100</source>
        <translation>{}-mal in 100</translation>
    </message>
    <message>
        <source>{} times larger</source>
        <translation>{}-mal größer</translation>
    </message>
    <message>
        <source>{} times smaller</source>
        <translation>{}-mal kleiner</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>{} was {}</source>
        <translation>{} war {}</translation>
    </message>
    <message>
        <source>{} where at least {} is asked</source>
        <translation>{}; verlangt ist mindestens {}</translation>
    </message>
    <message>
        <source>{} where at most {} is asked</source>
        <translation>{}; verlangt ist höchstens {}</translation>
    </message>
    <message>
        <source>{} {} percent</source>
        <translation>{} {} Prozent</translation>
    </message>
    <message>
        <source>{} {} was {}</source>
        <translation>{} {} war {}</translation>
    </message>
    <message>
        <source>{}, before this step</source>
        <translation>{}, vor diesem Schritt</translation>
    </message>
    <message>
        <source>{}, its lowest so far.</source>
        <translation>{}, so klein wie nie zuvor.</translation>
    </message>
    <message>
        <source>{}, through step {}</source>
        <translation>{}, durch Schritt {}</translation>
    </message>
    <message>
        <source>{}. Same start, but a larger batch takes fewer steps an epoch.</source>
        <translation>{}. Gleicher Start, aber ein größerer Batch macht weniger Schritte je Epoche.</translation>
    </message>
    <message>
        <source>{}. Same start, same batches in the same order.</source>
        <translation>{}. Gleicher Start, gleiche Batches in gleicher Reihenfolge.</translation>
    </message>
    <message>
        <source>{}. That fits {} about as well as {}, so the doctor will not guess.</source>
        <translation>{}. Dazu passt „{}“ etwa so gut wie „{}“, also rät der Doktor nicht.</translation>
    </message>
    <message>
        <source>{}. That looks most like {}, but the doctor says so only when it is surer.</source>
        <translation>{}. Das sieht am ehesten nach „{}“ aus, aber der Doktor sagt es erst, wenn er sicherer ist.</translation>
    </message>
    <message>
        <source>{}. The steps are so long that they leap across the valley.</source>
        <translation>{}. Die Schritte sind so lang, dass sie über das Tal springen.</translation>
    </message>
    <message>
        <source>{}: holds {} % of its motion; {}</source>
        <translation>{}: enthält {} % seiner Bewegung; {}</translation>
    </message>
    <message>
        <source>{}: too few to see a shape.</source>
        <translation>{}: zu wenige, um eine Form zu sehen.</translation>
    </message>
    <message>
        <source>{}: with {} {}.</source>
        <translation>{}: Mit {} {}.</translation>
    </message>
    <message>
        <source>{}: {} and {}</source>
        <translation>{}: {} und {}</translation>
    </message>
    <message>
        <source>{}; each seed is another start and another order of examples.</source>
        <translation>{}; jeder Seed ist ein anderer Start und eine andere Reihenfolge der Beispiele.</translation>
    </message>
    <message>
        <source>{}; it was lowest at step {}, with {}.</source>
        <translation>{}; am kleinsten war er bei Schritt {}, mit {}.</translation>
    </message>
    <message>
        <source>≤ {} % off</source>
        <translation>≤ {} % ab</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Steps until the loss was as low as half of the runners ever got it; known when the race has ended</source>
        <translation>Schritte, bis der Verlust so klein war, wie ihn die Hälfte der Läufer je bekam; bekannt, wenn das Rennen zu Ende ist</translation>
    </message>
    <message>
        <source>Two runs teach something only if one thing differs. Train in the main window, change one setting, and train again: every run that comes to its end can be chosen here.</source>
        <translation>Zwei Läufe lehren nur etwas, wenn sie sich in einem unterscheiden. Im Hauptfenster trainieren, eine Einstellung ändern und noch einmal trainieren: jeder Lauf, der zu Ende geht, lässt sich hier wählen.</translation>
    </message>
    <message>
        <source>waves</source>
        <translation>Wellen</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>steepness</source>
        <translation>Steilheit</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>beta</source>
        <translation>Beta</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>{} (locked by the administrator)</source>
        <translation>{} (gesperrt durch die Administration)</translation>
    </message>
</context>
<context>
    <name>opengl</name>
    <message>
        <source>3D is switched off by GDVIZ_NO_OPENGL; the map shows the same.</source>
        <translation>3D ist durch GDVIZ_NO_OPENGL abgeschaltet; die Karte zeigt dasselbe.</translation>
    </message>
    <message>
        <source>3D cannot be drawn: {}. The map shows the same.</source>
        <translation>3D lässt sich nicht zeichnen: {}. Die Karte zeigt dasselbe.</translation>
    </message>
</context>
</TS>

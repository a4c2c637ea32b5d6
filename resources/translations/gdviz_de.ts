<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnatomyView</name>
    <message>
        <source>Step anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole numbers with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Answers to every input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An input of the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers after step {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other input stands at its</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other {} inputs stand at their</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slice: {} mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each number is an example of that class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour: the answer, dark is low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the answers</source>
        <translation type="unfinished"></translation>
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
        <source>It could not be started</source>
        <translation>Es ließ sich nicht starten</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. What happened is written down in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. It could not be written down: {}.</source>
        <translation type="unfinished"></translation>
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
        <source>loss</source>
        <translation>Verlust</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that the network should learn to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick a column to leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} rows and {} column{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {} more such notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network learns {} ({}) from {} of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosisView</name>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the test that would tell the verdicts apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good is the doctor?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No diagnosis yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next likely: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis: {}. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the doctor says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Evidence {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it has the focus, the curves show where it was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bar is the number, the stroke across it the limit. The curves show where it was seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentPanel</name>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule, clipping, and what the network is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: its own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder and name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <source>{} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment is on the clipboard: paste it into a chat, a worksheet or another gdviz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Keras script of this experiment is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the last session?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gdviz did not end properly. It had made a copy at {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to {}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gdviz sessions (*{})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each key does, by menu and by view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything can be done without a mouse.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Laboratory</name>
    <message>
        <source>Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and down choose a study</source>
        <translation type="unfinished"></translation>
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
        <translation>Lern&amp;karten</translation>
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
        <source>Lan&amp;guage</source>
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
        <source>Class packs (*{})</source>
        <translation>Klassenpakete (*{})</translation>
    </message>
    <message>
        <source>Open a class pack</source>
        <translation>Klassenpaket öffnen</translation>
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
        <source>Make a class pack</source>
        <translation>Klassenpaket machen</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>Name der Klasse</translation>
    </message>
    <message>
        <source>Folder with the results</source>
        <translation>Ordner mit den Ergebnissen</translation>
    </message>
    <message>
        <source>{} results, {} files skipped. The table is in {} and {}.</source>
        <translation>{} Ergebnisse, {} Dateien ausgelassen. Die Tabelle steht in {} und {}.</translation>
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
    <name>LookButton</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which curves to show, by epoch or by step, and how smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each batch&apos;s loss behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor&apos;s evidence</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss 0.00012</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heights in powers of ten (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LuckPage</name>
    <message>
        <source>How many seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;gainst the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against a second rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same seeds, same batches, another learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;ds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of every seed, and where each ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to luck here: there is one start. Choose a network in the main window: its first weights and the order of its examples are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>No diagnosis yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor, race, and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right arrow go from one tab to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;gdviz {}&lt;/b&gt;&lt;p&gt;See a network learn: real Keras training, the loss surface it walks on, and a doctor for loss curves.&lt;p&gt;Free software under the MIT licence. It never goes on the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About gdviz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Arrows choose a run, Enter trains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this run&apos;s settings, and trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws this run&apos;s path on the surface as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run was lost: try lower rates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost at every rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest loss and its rate: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, rate {}. {}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoisePage</name>
    <message>
        <source>Directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which two of the weights&apos; many directions to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions of the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise&apos;s own directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples to a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each batch says is downhill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only networks are trained batch by batch. Choose a network in the main window: its steps look at a few examples each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downhill, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of a batch of {} is on average {} off that of all {} rows (thick arrow).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of all {} rows is zero here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise scale here: {} = tr(covariance of the rows&apos; gradients) / |gradient|²: in a batch of that many rows, noise is as long as the gradient itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture holds {} of the gradient and {} of the noise.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptimizerMapPage</name>
    <message>
        <source>Optimisers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick those to be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Optimisers: {}    </source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ({} sure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from it as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are counted from 0 to {}, layer by layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairPage</name>
    <message>
        <source>First run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of two runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} after {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Loss at the end: {} and {} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} With one seed it may still be luck: see the page Luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Second</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneChooser</name>
    <message>
        <source>Slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which slice through all the weights is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which two weights …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slice goes through the point that the timeline shows, and not through the newest</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All else is the same for every runner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs between the runners?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks and unticks a runner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New race …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all runners off the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Target: loss {}, which half of them reach.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangePage</name>
    <message>
        <source>The rate grows from step to step; the loss says how far it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the learning rate to what the test suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rate has lowered the loss yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The averaged loss falls fastest at {} (triangle) and is lowest at {}. Take {} (dashed): two thirds down the longest fall, before larger steps begin to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space draws a run beside the present one; F2 renames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the present run as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take its settings, path and curves again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the run off the list (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the run deleted last back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} steps to a loss of {}, kept {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a run to draw it beside the present one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It walked on another surface, so it cannot be drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}Against the present settings: {}{}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreDialog</name>
    <message>
        <source>How good is the doctor?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>… Training begins by itself.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is trained, how far it is, and how it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the sentences on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
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
        <source>Train this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this run&apos;s settings, and trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws this run&apos;s path on the surface as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss curves by rate, and final loss over rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose a run, Enter trains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stability limit to mark: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashed: {}, the largest stable rate of full-batch steps, by the curvature at the first weights; small batches and later weights may have another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to any step of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast to play: at ×1 a run takes ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, then go back to any step here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {}, the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  ·  loss {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {} / {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the run (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training step (Ctrl+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the first weights (Ctrl+Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>500 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as it can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation type="unfinished">Schritt {} von {}</translation>
    </message>
    <message>
        <source>Epoch {} of {}  ·  step {}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a part of a name to find a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous weight (Alt+PgUp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next weight (Alt+PgDown)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Batches</name>
    <message>
        <source>Batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole numbers with commas between</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Seeds</name>
    <message>
        <source>How many seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the rate, or luck? Other first weights, other orders of the examples.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gdviz</name>
    <message>
        <source> (full batch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About gdviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open session …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Projector mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Single step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take away …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;The run in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;(&apos; after {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;,&apos; and another value to take the {} of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, looking ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {} percent sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 16, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,797 pictures of 8 by 8 pixels, each a digit written by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 points scattered about one wave, to be drawn through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 points in three round heaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 points in two interlocking crescents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 points on a ring and on a smaller ring inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 points on two arms wound round each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 points whose class is whether their two signs differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: the last half of them took away {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: {} instead of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU with a soft knee, found in large language models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU with its corner rounded off; never quite zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bell curve of deviation 0.05 whatever the layer&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bowl full of dents, more than a hundred in view: downhill ends in the first one it meets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decimal number is written with a point, as in 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heavy ball rolls over the dents into the funnel; its tip is so sharp that steps hop about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heavy ball: keeps most of its speed, so it rolls through flats and overshoots bends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A learning-rate range test would settle it: train 100 steps while the rate grows from 0.00001 to 10, and see where the loss falls fastest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line through twelve points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model that you saved as a .keras file, with its convolutions, batch normalisation and dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A race is under way. Lay the run over the surface when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A real Keras network: hundreds of weights, seen through the two directions it moves in most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row an epoch (CSV), or all that was recorded (npz).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenth of the rate after half the run, a hundredth in the last quarter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A valley one way and a hill the other: the slope is zero in the middle, but it is no minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ackley&apos;s funnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adadelta measures steps by its own past steps; no limit is known for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adafactor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adafactor clips its steps and measures them by the weights; no published limit covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adagrad divides by slopes it never forgets: a rate too large now will shrink by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam for networks too large to remember a number for every weight: it remembers rows and columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that also shrinks every weight a little at each step, which often generalises better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that divides by the largest recent slope instead of the average one: steadier, slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam that looks ahead like Nesterov: a little quicker round bends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam whose step in each layer is as long as the layer&apos;s weights are large: made for huge batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam, with m taken one step further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW that averages its own path instead of letting the rate fall; needs no schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adamax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adamax divides by the largest recent slope; no published limit covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the gradient climbs; no rate makes that settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds this times the sum of squared weights to the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After step {} the weights are no longer finite numbers: this run has exploded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {} epochs it is too early to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All at the same rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All hidden neurons stay equal for ever; here to show why one does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runners have the same settings: they tie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {} runs were lost, whatever the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt and a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number is another start and another order of examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any loss you can write down in w, or in x and y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the crosshair, Return shows that step everywhere, Escape goes back to the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys scroll it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as the run is ready, what the network answers to every input is drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the newest step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beale&apos;s function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between -0.05 and 0.05 whatever the layer&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowl: (w - 3)²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch &amp;off here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch off here: train on from this step by the present settings; the run so far stays beside it (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings every input to mean 0 and deviation 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of {} that are no numbers count as missing: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes nothing; any number of such layers can do no more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {} is {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a cell: see its words, train it. Choose two (Ctrl) to see what they differ in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run in the table or in a picture: see its words, train it, or lay it over the surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or drag the start, to begin elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climbs for a tenth of the run, then falls away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Climbs to the full rate at 30 %, then falls to almost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping shortens long steps, so that overshooting need not grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling the network …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Keras script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark, for a projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis: {}{}. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides by the spread of recent slopes instead of their size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides each weight&apos;s slope by its recent size, so steep and flat directions move alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does a larger batch bear a larger rate? Every batch size is trained at every rate, for the same number of epochs. Press Draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downhill leads to the nearest valley, not the deepest: which one depends on the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout is noise in every step, which the limit leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU scaled so that signals keep their size through many layers; wants LeCun normal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each at Keras&apos;s rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each at its own best rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly spread in powers of ten, 2 to 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run that comes to its end is kept here: put it beside later ones, or go back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run was lost: try rates far lower than these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step looks at a few examples only and takes their word for where downhill is. How far is that from what all of them say? Press Draw to see it at the point shown in the main window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact: this landscape has just one weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact: this landscape has just two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair to the rate, not to the optimiser: each has a rate of its own that suits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls along half a cosine wave to nothing: long fast, long slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far from the hole it is so flat that plain steps hardly move; rules that scale the slope still walk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the bent valley is easy; following its flat floor to the lowest point is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by a quick sweep of eleven rates, by the lowest loss at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four measurements of 150 flowers tell three species apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four valleys of three depths: only about one start in four rolls into the deepest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four valleys, all equally deep: where it starts decides where it ends, and all ends are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From epoch {} on the loss is not a finite number any more: training blew up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ftrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ftrl sets each weight anew from all past slopes; no limit is known for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers were {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Himmelblau&apos;s four valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ho&amp;w many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How deep the dents are; 0 leaves a smooth bowl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from its middle the hole can be felt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far to step against the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the rate falls with past slopes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How high the waves are; 0 leaves a smooth bowl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long an orthogonal step is, measured like Adam&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long both averages remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the average of past gradients remembers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the average of squared gradients remembers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many examples to look at before each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times more curved it is across than along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times to go through the training data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often its verdicts were right on runs it had never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How steep the valley&apos;s walls are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes from step to step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the memory of squared gradients lengthens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How true this picture is</source>
        <translation type="unfinished">Wie wahr dieses Bild ist</translation>
    </message>
    <message>
        <source>How true this picture is: press for a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it should have learned, find the rate anew. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the last epoch, {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inflection: w³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the rate, or luck? The present experiment is trained with many seeds: other first weights, other orders of the examples. Give a second rate to hold against the first, and press Try luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has stopped after an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has taken {} and ended {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has taken {} of {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds for the full batch; small batches add noise, which it leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is ready to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the last line: the file may be cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the rate: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be luck: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may well be {}, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It might also be {}; a little more speaks for {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sees one number and should say another: the slope leads to the one weight that does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just two of the weights move, all others are held still: easy to grasp, but a thin slice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division from exploding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keras script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 shrinkage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lamb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lamb makes each layer&apos;s step as long as its weights; curvature does not limit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger, because ReLU silences half of each layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of a step&apos;s gradient; 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of a step before the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished">Lernrate</translation>
    </message>
    <message>
        <source>Learning rate times the gradient, downhill: the step of plain descent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least size a weight&apos;s step is measured by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it: {} epochs are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the column with the gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less likely: {}. For that the {} would be {} {}; it is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let several runs start together: optimisers, learning rates, seeds or batch sizes. They walk on one surface, in their own colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets positive sums through and makes the rest zero; the usual choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the rate fall as 1 over the root of the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like ReLU, but a fifth of a negative sum still leaks through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like ReLU, but negative sums bend smoothly towards -1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {} of {} has over {} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {} of {} has {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lion steps by sign alone: near a minimum it jitters by the rate itself, whatever the curvature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading TensorFlow … Press Train already, it begins by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead by one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead: takes the slope where the speed will carry it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks only at the sign: every weight moves by the same amount, so it wants a tenth of Adam&apos;s rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface in 3D (Ctrl+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest training loss up to the step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luck: the same with other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for sparse advertising data: sets weights anew from all past slopes; here it mostly shows a slow start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the learning rate {}{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on training runs whose truth was found by training on, and at other rates; none of these data sets and networks was used to teach the doctor. In brackets: where the true figure lies, 19 times out of 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures steps by its own past steps; at Keras&apos;s default rate it crawls, at 1 it is as published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the largest curvature would settle it: gradient descent is stable up to a rate of 2 divided by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum and RMSprop in one, with a corrected start: a good first choice, not a magic one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monkey saddle: x³ - 3xy²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it by ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crosshair by one epoch or step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves most now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much like SiLU, a little smoother still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muon&apos;s steps have the same length in all directions; curvature does not limit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadam&apos;s momentum changes from step to step; no published limit covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons in each hidden layer, for example 16 or 32, 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never forgets a slope: weights that moved much move ever less, until everything stands still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never lets the average of squared gradients shrink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ra&amp;ce …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line hits all points, so the best loss is not 0; yet just one weight and bias is best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No optimiser was ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rate among these is good; try others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stability limit here. {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step has been taken yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noisy sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs: the same settings give the same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing differs. {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;data, model or log …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimisers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA of this path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause, or press Step, to take one step apart: every number that the optimiser works with stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pla&amp;y again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane of the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau with a hole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the run again (Alt+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see the landscape and the path that training takes over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train. After a few epochs the doctor reads the curves and says how the run is doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train: the curves grow here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the button that has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls small weights to exactly zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python that trains the same run, without gdviz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised bowl: (w - 5)² + 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rastrigin&apos;s egg box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates and batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates and optimisers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for two legs and a tail: three ways lead down, and in the middle even the curvature is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s banana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds of making the step orthogonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a range test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run before step {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle: x² - y²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table as CSV first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule-free AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule-free AdamW averages its own path; no published limit covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ScheduleFreeAdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolled part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from above (Ctrl+2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets it and goes back to the first weights, so that Train compares like with like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of each weight that a step takes away, times the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of its speed that each layer keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of its speed that the ball keeps at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the examples kept for validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the hidden outputs that each training step ignores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of training answers replaced by random ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp peaks in the corners around a wide flat floor: one rate can hardly suit both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp valley: |w|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show that step in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinks by the same share each step, to 1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinks by the slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sized by inputs and outputs of the layer; Keras&apos;s own choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sized by the inputs of the layer alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slows the first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small waves trap plain steps on the way down; a heavy ball with momentum rolls through them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed over 1 epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed over 5 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes every sum into -1 to 1; flat, so slow to learn, far from zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes every sum into 0 to 1; its slope is at most a quarter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezes into -1 to 1 like tanh, but flattens out more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start here: watch it roll downhill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steep across and flat along: the rate that is safe across is slow along, so it zigzags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;back in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;on in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps in which the rate climbs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps straight down the slope, as far as rate times slope says; nothing is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps until the loss was as low as half of the runners ever got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still improving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after epoch {}, or keep the weights from there. More data or a smaller network help as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studied: your model on {}, {}, {} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studied: {}, {} hidden units, {}, batches of {}, {} epochs, seed {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studied: {}, {}, {} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styblinski and Tang&apos;s four valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface and map side by side (Ctrl+3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep of rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables, models and training logs (*.csv *.tsv *.txt *.keras *.json *.log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking this step apart …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten measurements of 442 patients predict how far the illness has gone a year later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow is loading; it begins by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow is still being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That run walks on another surface than the one shown. Load it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The absolute value is written abs(w)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves, with the doctor&apos;s verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor has not said anything yet; he needs a few epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples that the network learns from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has the unknown setting {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment was written by a newer gdviz (format {})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fans overlap: {} of all runs ended where both rates do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was to be {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula ends too early, after character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has a number that cannot be computed at character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has both w and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has no finite value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has no w, x or y, so there is nothing to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has the unknown name {} at character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has {} at character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is nested too deeply at character {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula is {} characters long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest learning rate to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The landscape and the path, from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The landscape and the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The landscape&apos;s own parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is 2 divided by the curvature of the loss, its steepest bend at the point shown (momentum and Adam change the 2). A longer step lands higher up the other side of the valley than where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss came down from {} to {} in {} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss came down only {}, and it was still on its way. The steps are too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss came down {} and has settled: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss came down {} and was far from done. Longer steps would have got further in the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss does not settle: it jumps by about {} from epoch to epoch and ended at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss got stuck at {} early on, where smaller steps would have found a way further down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss grew instead of falling, {} in {} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss hardly moved, {} in {} epochs: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss in w, or in x and y, for example (w - 3)^2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss was down to {} at epoch {}, was thrown back, and ended at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss went from {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss went from {} to {} in {} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss {}was no longer a finite number from step {} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest learning rate to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest loss at the end, {}, was at the rate {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest loss there is need not be 0: here training ends at 2, and that is perfect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neuron gives a chance, not a number; a few points on the wrong side keep it from being too sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest step is shown; a run branches off an earlier one. Go back on the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The optimiser&apos;s own parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path grows, and the curve beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a model that you saved with model.save(&apos;name.keras&apos;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane was {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate each has when nobody says otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate is {} times {}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rates went from {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that first weights are drawn by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns a gradient into a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same rate from the first step to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same size as Glorot uniform, drawn from a bell curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same size as He uniform, drawn from a bell curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same size as LeCun uniform, drawn from a bell curve; made for SELU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule makes this step nothing at all, which is always stable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is not being backed up. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simplest valley there is: its slope is 2(w - 3), its curvature 2 everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope is as steep beside the bottom as far away, so steps never shrink: it hops to and fro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope is zero at 0, yet that is no minimum: from the right it stalls, from the left it falls on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stability limit stands here once the run is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step actually taken; the ghost ball is where it lands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum times its own sigmoid: a soft ReLU that dips below zero; also called swish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {} has more than {} different words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {} {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the experiment was changed or cut off on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two fans do not overlap at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two weights were {} and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation loss was lowest around epoch {}, at {}, and has since risen to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no experiment in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run to take away yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were {} batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were {} runners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They differ in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They differ in {} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirteen measurements of 178 wines tell three growers apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thirty measurements of cells from 569 lumps tell the harmful from the harmless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {}, trained with {} {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This landscape has no examples to answer. Choose the network or a neuron, and what it answers to every input is drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step was not recorded in a way that it can be taken again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through start and end and where the path moved most: the best view of this path, and of nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick to draw it, untick to leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiny random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;newest step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the first, to the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newest step (Alt+End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next control, to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for at least 10 epochs, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on to {} epochs: if the loss falls by a tenth or more, it was still improving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on, to about {} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train twice as long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss at the step shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains once more as it was and once by the advice, from the same start, and says which ended better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try luck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the surface, move the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns each layer&apos;s momentum into a step of equal length in all directions; all else goes by AdamW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the epochs took the loss from {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes, two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two measurements of six people, too few to hold any back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of the rates are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two random directions scaled to the filters (biases stay), not fitted to this path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two random directions, scaled filter by filter to the weights: fair to compare networks, blind to the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two random directions; once training moves, the picture turns to the plane of its path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two runs teach something only if one thing differs. Train in the main window, and put another run beside it: race, branch off, or lay one over from a sweep. Then choose two here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two valleys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Edit, Copy experiment to make one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VERDICTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for epoch {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walks uphill, to see why the rule subtracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up, cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wavy bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight and bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the past in the sign that is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a model from a file answers is not drawn; the network&apos;s answers are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could be done: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each hidden neuron does with its sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being trained: a network, one neuron, or a function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the doctor says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the neuron sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the neuron should say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimiser carries on from the steps before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sum of squared gradients begins with; more is gentler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the walk begins, for example -2, 3; empty for its own start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the rate is stable cannot be told: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which learning rates work? Choose a range and press Sweep: the present experiment is trained at all of them at once, and the doctor says of each how it went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rate suits which optimiser? Every optimiser ticked is trained at every rate; colour is the final loss, the sign what the doctor says. Press Draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rate to begin with? One short run in which the learning rate grows from 0.00001 to 10: where the loss falls fastest, a good rate is near. Press Run the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a bias too, a whole line of answers is perfect: the surface is a valley, not a bowl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With small batches, noise decides as much as curvature; the limit holds where a batch is all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write only what stands right of the equals sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own Keras model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your step is {} × the limit {}{}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a formula of numbers, names, + - * / ^ and brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss in w alone, or in x and y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a loss in w, or in x and y, for example (w - 3)^2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lowest rate below the highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name for each column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that ends in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a network with {} hidden neurons, learning {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, a name or &apos;(&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row for each example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session (.gdviz), a table (.csv), a model (.keras) or a training log (.csv, .json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet or ZIP file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table as text, with a comma, semicolon or tab between the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a target with at least two different answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text like gdviz:1:…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alcalinity of ash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operator such as + or *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operator such as + or *, or &apos;)&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another {} epochs should change it by less than 10 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished">Antwort</translation>
    </message>
    <message>
        <source>arrows × {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a learning rate of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one column of numbers or of few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {} levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of past gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of squared gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of squared steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began at {} and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beta 2 decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body mass index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but that is said only when it is surer, so that false alarms stay rare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concave points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>condition number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut above {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance of the curve from a straight line, as a part of the line&apos;s fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early validation loss over the training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs since it was lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epsilon 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epsilon 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first validation loss over the first training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat top: loss above {} is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format {} or older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fractal dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {} to {} in {} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further fall to be expected of ten times the epochs, as a part of the first loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further fall to be expected of three times the epochs, as a part of the first loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished">gut</translation>
    </message>
    <message>
        <source>gradient: the slope of this batch&apos;s loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey: not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey: the loss is infinite or not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than {} different words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the same answer in every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest loss over the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if both were equally good, chance would give a score as lopsided {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the same in every row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it began at its floor, or the network learns nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may overshoot, but settles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it overshoots more each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landscape&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest recent gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late fall over the fall of the quarter before (2 on a straight line, 0 at rest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late fall, as a part of the first loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late fall, in multiples of what chance could do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late height above the lowest loss so far, as a part of that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate over the one that mostly serves this optimiser best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate {} instead of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished">Verlust</translation>
    </message>
    <message>
        <source>loss (log scale)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at the end over that of the first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at the end over the lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at the end, as a part of the first epoch&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at the end, as a part of what guessing costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the first epoch, as a part of what guessing costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the second epoch, as a part of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the sixth epoch, as a part of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest validation loss over the lowest training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>malic acid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean height above the lowest loss so far, as a part of that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean height above the lowest loss so far, as a part of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean height of validation above its lowest so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of past gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory of squared gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixture whose sign counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nonflavanoid phenols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number, where any number is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers up to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers, or at most {} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>od280/od315 of diluted wines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once in {} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for some weights between -{} and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only tells the rows apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over 99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the late fall that came in a single epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the loss that the last half took away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the validation loss that the last half took away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part that the first eighth took away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part that the quarter before took away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>petal length (cm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>petal width (cm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotes in pairs, and no cell longer than a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate, both averages&apos; slow start made up for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rates farther apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent size of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent spread of the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scatter of the later losses, as a part of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sepal length (cm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sepal width (cm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings that this gdviz knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the epochs in which the loss rose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the later epochs in which the loss rose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so there was more to gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so there was nothing left to gain worth the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standardise inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished">Schritt</translation>
    </message>
    <message>
        <source>step before the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps across the steepest valley overshoot by ever more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps do not overshoot by ever more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still improving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of all squared gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of squared gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells rows apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the landscape &quot;{}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest that is stable with all rows at once, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest v so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last half of the {} epochs changed it by only {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss is no longer a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss is not a finite number anywhere here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step: what is added to the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the surface misses the true loss by at most {} % of its range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the validation loss was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight, a little decayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {} ended at {} instead of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there can be no such name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three different ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total phenols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss over what it was then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two different ones from 0 to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual jump from one epoch to the next, as a part of the first loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual jump from one epoch to the next, as a part of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual jump from one epoch to the next, as a part of the whole fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual jump of the validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss at the end over its lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss at the end, as a part of its first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss over training loss at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity, downhill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity: how fast the ball rolls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what all slopes so far add up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while the training loss went on falling: the network is learning its examples by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no, as True or False</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} against {1}, all others held still, for this path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} % held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} Each step overshoots the valley by more than the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and is still falling{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} and {} win equally often in {} seeds: between them it is luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} as in the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} at rate {} moves {} from {} to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} beats {} in {} of {} seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read at line {}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} columns of {} are called {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} column{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} could not be deleted: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ends in the middle of a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} epochs instead of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no column to predict {} from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no column {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no rows below its first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has only one column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has too few rows in which nothing is missing: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has {} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no input: it is mostly missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no input: it {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is of a kind that gdviz does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} cells of {} hold nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} rows were drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} rows were left out because something was missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} runs were lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} things differ, so nobody can tell which of them matters. {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} times in 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} times larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} times smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} was {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} was {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, before this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, its lowest so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, through step {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. Same start, but a larger batch takes fewer steps an epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. Same start, same batches in the same order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. That fits {} about as well as {}, so the doctor will not guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}. The steps are so long that they leap across the valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: holds {} % of its motion; {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: too few to see a shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: with {} {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {} and {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}; each seed is another start and another order of examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}; it was lowest at step {}, with {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ {} % off</source>
        <translation type="unfinished"></translation>
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

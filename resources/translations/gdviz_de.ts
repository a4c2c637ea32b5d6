<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ArrowLegend</name>
    <message>
        <source>Arrows at the ball</source>
        <translation>Pfeile an der Kugel</translation>
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
    <name>Picture</name>
    <message>
        <source>Auto: {}</source>
        <translation>Auto: {}</translation>
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
    <name>_Entry</name>
    <message>
        <source>Arrow: {}</source>
        <translation>Pfeil: {}</translation>
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

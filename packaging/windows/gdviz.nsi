; The installer for Windows, compiled by setup_program.py, which says VERSION, NUMBERS, SOURCE, ICON and OUTPUT.
;
;   gdviz-VERSION-setup.exe                 for the user who runs it, without administrator rights
;   gdviz-VERSION-setup.exe /ALLUSERS       for every user of the computer; run it as administrator
;   ... /S                                  asks and shows nothing: 0 done, 1 broken off, 2 cannot be installed here
;   ... /D=C:\Some folder                   into another folder; comes last, without quotation marks
;
; A later version replaces an earlier one where that lies. What users made is never touched, nor is settings.toml,
; portable.txt or anything else that was put beside the program.

Unicode true
ManifestDPIAware true
ManifestSupportedOS all
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!ifdef NSIS_WIN32_MAKENSIS
  !define EVERYTHING "${SOURCE}\*.*"
!else
  !define EVERYTHING "${SOURCE}/*.*"
!endif
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\gdviz"
!define CLASSES "Software\Classes"
!define CONTENTS "_internal"

Name "gdviz"
BrandingText "gdviz ${VERSION}"
OutFile "${OUTPUT}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "gdviz"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "gdviz: see a neural network learn"
VIAddVersionKey LegalCopyright "The gdviz authors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\gdviz.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German

LangString OLD_WINDOWS ${LANG_ENGLISH} "gdviz needs Windows 10 or later, of 64 bits."
LangString OLD_WINDOWS ${LANG_GERMAN} "gdviz braucht Windows 10 oder neuer mit 64 Bit."
LangString NOT_ADMIN ${LANG_ENGLISH} "To do this for all users, run it as administrator. Without /ALLUSERS, no rights are needed."
LangString NOT_ADMIN ${LANG_GERMAN} "Für alle Benutzer: als Administrator ausführen. Ohne /ALLUSERS sind keine Rechte nötig."
LangString RUNNING ${LANG_ENGLISH} "gdviz is open. Close it everywhere on this computer and try again. Nothing was changed."
LangString RUNNING ${LANG_GERMAN} "gdviz ist offen. Auf diesem Rechner überall schließen und noch einmal versuchen. Nichts wurde geändert."
LangString NO_SPACE ${LANG_ENGLISH} "The disk is full: gdviz needs $1 MB, and $2 MB are free. Nothing was changed."
LangString NO_SPACE ${LANG_GERMAN} "Der Datenträger ist voll: gdviz braucht $1 MB, frei sind $2 MB. Nichts wurde geändert."
LangString NOT_WRITABLE ${LANG_ENGLISH} "The folder $INSTDIR cannot be written to. Choose another one."
LangString NOT_WRITABLE ${LANG_GERMAN} "In den Ordner $INSTDIR kann nicht geschrieben werden. Bitte einen anderen wählen."
LangString SESSION ${LANG_ENGLISH} "gdviz session"
LangString SESSION ${LANG_GERMAN} "gdviz-Sitzung"
LangString CLASS_PACK ${LANG_ENGLISH} "gdviz class pack"
LangString CLASS_PACK ${LANG_GERMAN} "gdviz-Klassenpaket"

Var ForAll

; Says a sentence, unless silent, and ends with status 2.
!macro REFUSE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; Takes the registry and the folders of one user, or of all.
!macro CHOOSE_SCOPE
  SetRegView 64
  ${If} $ForAll == 1
    SetShellVarContext all
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      !insertmacro REFUSE "$(NOT_ADMIN)"
    ${EndIf}
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

; Sets the old program aside, which Windows refuses while it runs.
!macro SET_ASIDE
  RMDir /r "$INSTDIR\${CONTENTS}.old"
  ${If} ${FileExists} "$INSTDIR\${CONTENTS}\*.*"
    ClearErrors
    Rename "$INSTDIR\${CONTENTS}" "$INSTDIR\${CONTENTS}.old"
    ${If} ${Errors}
      !insertmacro REFUSE "$(RUNNING)"
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro REFUSE "$(OLD_WINDOWS)"
  ${EndIf}
  StrCpy $ForAll 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $ForAll 1
  ${EndIf}
  !insertmacro CHOOSE_SCOPE
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "Software\gdviz" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $ForAll == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\gdviz"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\gdviz"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "gdviz" Program
  SectionGetSize ${Program} $1
  IntOp $1 $1 / 1000
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $2
  ${If} $2 < $1
    !insertmacro REFUSE "$(NO_SPACE)"
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  SetOutPath "$INSTDIR"
  ${If} ${Errors}
    !insertmacro REFUSE "$(NOT_WRITABLE)"
  ${EndIf}
  !insertmacro SET_ASIDE
  SetOverwrite on
  File /r "${EVERYTHING}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\${CONTENTS}.old"
  Call Register
SectionEnd

Function .onInstFailed
  ; Broken off on the way: what was there before is put back.
  ${If} ${FileExists} "$INSTDIR\${CONTENTS}.old\*.*"
    RMDir /r "$INSTDIR\${CONTENTS}"
    Rename "$INSTDIR\${CONTENTS}.old" "$INSTDIR\${CONTENTS}"
  ${EndIf}
FunctionEnd

!macro FILE_KIND ENDING KIND TITLE
  WriteRegStr SHCTX "${CLASSES}\${ENDING}" "" "${KIND}"
  WriteRegStr SHCTX "${CLASSES}\${KIND}" "" "${TITLE}"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\gdviz.exe,0"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\gdviz.exe" "%1"'
!macroend

; Files that others own too: gdviz stands in "Open with".
!macro ALSO_OPENS ENDING
  WriteRegStr SHCTX "${CLASSES}\Applications\gdviz.exe\SupportedTypes" "${ENDING}" ""
!macroend

Function Register
  WriteRegStr SHCTX "Software\gdviz" "InstallDir" "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\gdviz.lnk" "$INSTDIR\gdviz.exe"
  !insertmacro FILE_KIND ".gdviz" "gdviz.session" "$(SESSION)"
  !insertmacro FILE_KIND ".gdvizclass" "gdviz.class" "$(CLASS_PACK)"
  WriteRegStr SHCTX "${CLASSES}\Applications\gdviz.exe\shell\open\command" "" '"$INSTDIR\gdviz.exe" "%1"'
  !insertmacro ALSO_OPENS ".csv"
  !insertmacro ALSO_OPENS ".tsv"
  !insertmacro ALSO_OPENS ".keras"
  !insertmacro ALSO_OPENS ".log"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "gdviz"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\gdviz.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The gdviz authors"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  StrCpy $0 ""
  ${If} $ForAll == 1
    StrCpy $0 " /ALLUSERS"
  ${EndIf}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$0'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$0 /S'
  SectionGetSize ${Program} $0
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
FunctionEnd

Function un.onInit
  StrCpy $ForAll 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $ForAll 1
  ${EndIf}
  SetRegView 64
  ReadRegStr $1 HKLM "Software\gdviz" "InstallDir"
  ${If} $1 == $INSTDIR
    StrCpy $ForAll 1
  ${EndIf}
  !insertmacro CHOOSE_SCOPE
FunctionEnd

; Takes a kind of file back, unless another program has it by now.
!macro FORGET_KIND ENDING KIND
  ReadRegStr $0 SHCTX "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey SHCTX "${CLASSES}\${ENDING}"
  ${EndIf}
  DeleteRegKey SHCTX "${CLASSES}\${KIND}"
!macroend

Section "Uninstall"
  !insertmacro SET_ASIDE
  RMDir /r "$INSTDIR\${CONTENTS}.old"
  Delete "$INSTDIR\gdviz.exe"
  Delete "$INSTDIR\gdviz-console.exe"
  Delete "$INSTDIR\NOTICES.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only if it is empty: what others put there is theirs.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\gdviz.lnk"
  !insertmacro FORGET_KIND ".gdviz" "gdviz.session"
  !insertmacro FORGET_KIND ".gdvizclass" "gdviz.class"
  DeleteRegKey SHCTX "${CLASSES}\Applications\gdviz.exe"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "Software\gdviz"
  ${RefreshShellIcons}
SectionEnd

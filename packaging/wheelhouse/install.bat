@echo off
rem Installs gdviz @VERSION@ from the wheels beside this script, without a network:
rem
rem     install.bat [FOLDER]
rem
rem FOLDER is where it goes; without one, %LOCALAPPDATA%\gdviz-program. Removing that folder removes the program.
setlocal
set "HERE=%~dp0"
set "FOLDER=%~1"
if "%FOLDER%"=="" set "FOLDER=%LOCALAPPDATA%\gdviz-program"
if not defined PYTHON set "PYTHON=py -@PYTHON@"
%PYTHON% -c "import sys; sys.exit(sys.version_info[:2] != tuple(map(int, '@PYTHON@'.split('.'))))" >nul 2>nul
if errorlevel 1 (
    echo gdviz: these wheels need Python @PYTHON@, which is not here. Name it: set PYTHON=C:\path\to\python.exe 1>&2
    exit /b 2
)
rem An earlier version is set aside until the new one is there. Nothing else is ever removed.
if exist "%FOLDER%\pyvenv.cfg" if exist "%FOLDER%\Scripts\gdviz.exe" (
    if exist "%FOLDER%.old" rmdir /s /q "%FOLDER%.old"
    move "%FOLDER%" "%FOLDER%.old" >nul
)
if exist "%FOLDER%" (
    echo gdviz: there is something else in %FOLDER%, or gdviz is open. Name another folder, or close it 1>&2
    exit /b 2
)
%PYTHON% -m venv "%FOLDER%"
if errorlevel 1 (
    echo gdviz: no virtual environment can be made in %FOLDER% 1>&2
    exit /b 2
)
set PIP_CONFIG_FILE=nul
"%FOLDER%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-index --find-links "%HERE%wheels" --require-hashes --no-deps -r "%HERE%requirements.txt"
if errorlevel 1 (
    rmdir /s /q "%FOLDER%"
    if exist "%FOLDER%.old" move "%FOLDER%.old" "%FOLDER%" >nul
    echo gdviz: the installation failed; everything is as it was before 1>&2
    exit /b 2
)
if exist "%FOLDER%.old" rmdir /s /q "%FOLDER%.old"
echo gdviz @VERSION@ is installed. Start it with: %FOLDER%\Scripts\gdviz.exe

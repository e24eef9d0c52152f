use std::process::ExitCode;

fn main() -> ExitCode {
    trangxa::cli::main()
}

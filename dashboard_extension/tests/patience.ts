import { configure } from "@testing-library/react";

// What is waited for by a condition may take a busy machine longer than the one second that is usual.
configure({ asyncUtilTimeout: 15_000 });

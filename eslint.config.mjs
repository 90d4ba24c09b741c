import js from '@eslint/js';
import prettier from 'eslint-config-prettier/flat';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { storeyRule } from './tools/storey-rule.mjs';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    files: ['**/*.ts'],
    extends: [
      ts.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      litA11y.configs.recommended,
      wc.configs['flat/best-practice'],
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      lit: { elementBaseClasses: ['CallElement'] },
      wc: { elementBaseClasses: ['LitElement', 'CallElement'] },
    },
    rules: {
      // What the port promises as a promise is async even where nothing is awaited: a throw becomes a rejection.
      '@typescript-eslint/require-await': 'off',
      // What was thrown underneath is passed on as it came.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'wc/guard-super-call': 'off', // Lit's elements have every callback, as the compiler knows.
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Open-wc types every `.equal()` as a promise; only that of a snapshot is one.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
      '@typescript-eslint/no-unused-expressions': 'off', // `expect(…).to.be.true`
      '@typescript-eslint/only-throw-error': 'off', // The SDK throws plain objects, and so does what stands in for it.
      '@typescript-eslint/unbound-method': 'off', // Methods of the platform are put back after they were watched.
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { storeys: storeyRule } } },
    rules: { 'house/storeys': 'error', 'no-console': 'error' },
  },
  { files: ['src/engine/zego/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },

  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    // The functions that a test or a benchmark hands to a page run there.
    files: ['{demo,examples,bench,test}/**/*.{js,mjs}'],
    languageOptions: { globals: globals.browser },
  },
  prettier,
);
